using System.Threading.Channels;

namespace IncidentBot.Host.Workers.Promises;

/// <summary>The promises that wait to be kept: the read model by heart, and the queue of whoever keeps them.</summary>
internal sealed class PromiseBoard
{
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
}
