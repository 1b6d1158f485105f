using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Promises;

/// <summary>Keeps promises: those of one incident to one destination in the order in which they were made, all others side by side.</summary>
internal sealed class EffectsWorker(PromiseBoard board, PromiseKeeper keeper, Pipelines pipelines, Duty duty, TimeProvider clock, ILogger<EffectsWorker> logger)
    : DutyWorker(duty, clock, logger)
{
    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var lanes = new Lanes(KeepAsync, all);
        try
        {
            await foreach (var promise in board.Take().ReadAllAsync(all.Token)) lanes.Add(promise);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // A lane has fallen over; what it threw is thrown on below.
        }
        finally
        {
            await all.CancelAsync();
            await lanes.EndedAsync();
        }
    }

    // An incident whose timeline cannot be read or written keeps its promises open, and holds no other one's back.
    private async ValueTask KeepAsync(OpenPromise promise, CancellationToken cancellation)
    {
        try
        {
            await keeper.KeepAsync(promise, pipelines.For(promise.Destination), cancellation);
        }
        catch (Exception fault) when (fault is not (StoreFencedException or LeaseLostException) && !cancellation.IsCancellationRequested)
        {
            Log.LeftOpen(logger, fault, promise.Id, promise.Id.Incident, promise.Purpose);
        }
    }
}
