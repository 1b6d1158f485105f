using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Looking;

/// <summary>Writes down who looked at private incidents, off the way of whoever looks.</summary>
internal sealed class LookWorker(Looks looks, IncidentDesk desk, ILogger<LookWorker> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var look in looks.Noted.ReadAllAsync(stoppingToken)) await WriteDownAsync(look);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            while (looks.Noted.TryRead(out var look)) await WriteDownAsync(look);
        }
    }

    private async Task WriteDownAsync(Look look)
    {
        try
        {
            await desk.WriteDownAsync(look);
        }
        catch (Exception fault) when (fault is StoreFencedException or IOException)
        {
            Log.LookNotWritten(logger, fault, look.Incident);
        }
    }
}
