namespace IncidentBot.Host.Workers.Promises;

/// <summary>Lanes of promises: what one incident promised to one destination goes one behind the other, as it was promised; all lanes go side by side.</summary>
/// <param name="keep">Keeps one promise.</param>
/// <param name="all">Ends all lanes; one that falls over ends the others.</param>
internal sealed class Lanes(Func<OpenPromise, CancellationToken, ValueTask> keep, CancellationTokenSource all)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Destination, long Incident), Lane> lanes = [];

    /// <summary>Puts a promise at the end of its lane.</summary>
    public void Add(OpenPromise promise)
    {
        var key = (promise.Destination, promise.Incident);
        lock (gate)
        {
            if (lanes.TryGetValue(key, out var lane))
            {
                lane.Waiting.Enqueue(promise);
                return;
            }
            lanes[key] = lane = new Lane();
            lane.Waiting.Enqueue(promise);
            lane.Work = Task.Run(() => WorkAsync(key, lane));
        }
    }

    /// <summary>Completes when all lanes have ended; throws what one of them threw.</summary>
    public Task EndedAsync()
    {
        lock (gate) return Task.WhenAll(lanes.Values.Select(lane => lane.Work).ToList());
    }

    private async Task WorkAsync((string, long) key, Lane lane)
    {
        try
        {
            while (Next(key, lane) is { } promise) await keep(promise, all.Token);
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

    // An empty lane is closed in the same breath, so that none is ever joined that nobody works on.
    private OpenPromise? Next((string, long) key, Lane lane)
    {
        lock (gate)
        {
            if (lane.Waiting.TryDequeue(out var next)) return next;
            lanes.Remove(key);
            return null;
        }
    }

    private sealed class Lane
    {
        public Queue<OpenPromise> Waiting { get; } = new();

        public Task Work { get; set; } = Task.CompletedTask;
    }
}
