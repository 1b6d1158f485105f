namespace IncidentBot.Host.Demo;

/// <summary>Raises the curtain once the war room is open.</summary>
internal sealed class DemoWorker(DemoPlayer player, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<DemoWorker> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var opening = lifetime.ApplicationStarted.Register(opened.SetResult);
        await opened.Task.WaitAsync(stoppingToken);
        try
        {
            await player.PlayAsync(Script.Beats, stoppingToken);
            await Console.Out.WriteLineAsync("The demo has been played. Everything stays for you to look at; Ctrl+C ends it.");
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Stopped(logger, fault);
        }
        finally
        {
            (clock as DemoClock)?.Release();
        }
    }
}
