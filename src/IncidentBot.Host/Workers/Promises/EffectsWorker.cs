using System.Threading.Channels;
using IncidentBot.Ports;
using Polly;

namespace IncidentBot.Host.Workers.Promises;

/// <summary>Keeps promises: those to one destination in the order in which they were made, those to different ones side by side.</summary>
internal sealed class EffectsWorker(PromiseBoard board, PromiseKeeper keeper, Pipelines pipelines, Duty duty, TimeProvider clock, ILogger<EffectsWorker> logger)
    : DutyWorker(duty, clock, logger)
{
    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var lines = new Dictionary<string, Channel<OpenPromise>>();
        var work = new List<Task>();
        try
        {
            await foreach (var promise in board.Take().ReadAllAsync(all.Token))
            {
                if (!lines.TryGetValue(promise.Destination, out var line))
                {
                    lines[promise.Destination] = line = Channel.CreateUnbounded<OpenPromise>(new UnboundedChannelOptions { SingleReader = true });
                    work.Add(KeepAllAsync(promise.Destination, line.Reader, all));
                }
                line.Writer.TryWrite(promise);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // A destination's line has fallen over; what it threw is thrown on below.
        }
        finally
        {
            await all.CancelAsync();
            await Task.WhenAll(work);
        }
    }

    private async Task KeepAllAsync(string destination, ChannelReader<OpenPromise> promises, CancellationTokenSource all)
    {
        var pipeline = pipelines.For(destination);
        try
        {
            await foreach (var promise in promises.ReadAllAsync(all.Token)) await KeepAsync(promise, pipeline, all.Token);
        }
        catch (OperationCanceledException) when (all.IsCancellationRequested)
        {
            return;
        }
        catch
        {
            await all.CancelAsync();
            throw;
        }
    }

    // An incident whose timeline cannot be read or written keeps its promises open, and holds no other one's back.
    private async ValueTask KeepAsync(OpenPromise promise, ResiliencePipeline pipeline, CancellationToken cancellation)
    {
        try
        {
            await keeper.KeepAsync(promise, pipeline, cancellation);
        }
        catch (Exception fault) when (fault is not (StoreFencedException or LeaseLostException) && !cancellation.IsCancellationRequested)
        {
            Log.LeftOpen(logger, fault, promise.Id, promise.Id.Incident, promise.Purpose);
        }
    }
}
