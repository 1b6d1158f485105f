using System.Threading.Channels;
using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Promises;

/// <summary>The promises that wait to be kept: the read model by heart, and the queue of whoever keeps them.</summary>
internal sealed class PromiseBoard(TimeProvider clock) : IWaiting
{
    // What is just being kept does not wait.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<PromiseId, OpenPromise> open = [];
    private Channel<OpenPromise>? queue;

    public int Count
    {
        get
        {
            lock (gate) return open.Count;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<WaitingPromise> All => Waiting(_ => true);

    /// <inheritdoc/>
    public IReadOnlyList<WaitingPromise> Of(IncidentId incident) => Waiting(promise => promise.Incident == incident.Number);

    public OpenPromise? Find(PromiseId id)
    {
        lock (gate) return open.GetValueOrDefault(id);
    }

    /// <summary>Forgets everything and begins with these.</summary>
    public void Begin(IEnumerable<OpenPromise> promises)
    {
        lock (gate)
        {
            open.Clear();
            queue = null;
            foreach (var promise in promises) open[promise.Id] = promise;
        }
    }

    /// <summary>What was settled is taken down, what was promised or renewed is put up.</summary>
    public void Change(IEnumerable<PromiseId> settled, IEnumerable<OpenPromise> promised)
    {
        lock (gate)
        {
            foreach (var id in settled) open.Remove(id);
            foreach (var promise in promised.OrderBy(promise => promise.Row))
            {
                open[promise.Id] = promise;
                queue?.Writer.TryWrite(promise);
            }
        }
    }

    /// <summary>Learns how a promise was tried that was not kept yet.</summary>
    public void Note(OpenPromise tried)
    {
        lock (gate)
            if (open.TryGetValue(tried.Id, out var known) && known.RenewedBy == tried.RenewedBy) open[tried.Id] = tried;
    }

    /// <summary>All that is open, in the order of promising, and then whatever is promised.</summary>
    public ChannelReader<OpenPromise> Take()
    {
        lock (gate)
        {
            queue = Channel.CreateUnbounded<OpenPromise>(new UnboundedChannelOptions { SingleReader = true });
            foreach (var promise in open.Values.OrderBy(promise => promise.Row)) queue.Writer.TryWrite(promise);
            return queue.Reader;
        }
    }

    private IReadOnlyList<WaitingPromise> Waiting(Predicate<OpenPromise> which)
    {
        var now = clock.GetUtcNow();
        lock (gate)
            return [.. open.Values.Where(promise => which(promise) && promise.Since + Grace <= now).OrderBy(promise => promise.Row).Select(promise => new WaitingPromise(
                promise.Id, promise.Destination, promise.Purpose, promise.Since, promise.NextTry > now ? promise.NextTry : null, promise.Because) { IsMessage = promise.IsMessage })];
    }
}
