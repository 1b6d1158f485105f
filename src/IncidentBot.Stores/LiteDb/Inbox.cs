using System.Threading.Channels;

namespace IncidentBot.Stores.LiteDb;

/// <summary>What waits for the owner thread. Bounded: when it is full, callers wait before they are accepted.</summary>
internal sealed class Inbox(Standing standing) : IDisposable
{
    private const int Capacity = 4096;
    private const int LargestGroup = 256;
    private const long HeaviestGroup = 4 * 1024 * 1024;
    private readonly Channel<Change> _changes = Channel.CreateBounded<Change>(Capacity);
    private readonly Channel<Ask> _asks = Channel.CreateBounded<Ask>(Capacity);
    private readonly AutoResetEvent _bell = new(initialState: false);

    internal ValueTask SendAsync(Change change, CancellationToken cancellation) => SendAsync(_changes.Writer, change, cancellation);

    internal ValueTask SendAsync(Ask ask, CancellationToken cancellation) => SendAsync(_asks.Writer, ask, cancellation);

    /// <summary>Takes what is waiting, without waiting for more: the next group forms while this one is synced.</summary>
    internal List<Change> TakeGroup()
    {
        var group = new List<Change>();
        var weight = 0L;
        while (group.Count < LargestGroup && weight < HeaviestGroup && _changes.Reader.TryPeek(out var next) && Fits(group, next) && _changes.Reader.TryRead(out var change))
        {
            group.Add(change);
            weight += change.Weight;
        }
        return group;
    }

    private static bool Fits(List<Change> group, Change next) => group.Count == 0 || !(next.StandsAlone || group[0].StandsAlone);

    internal bool TryTake(out Ask? ask) => _asks.Reader.TryRead(out ask);

    internal void Ring() => _bell.Set();

    /// <summary>False when nothing rang for so long.</summary>
    internal bool Wait(TimeSpan patience) => _bell.WaitOne(patience);

    /// <summary>Accepts nothing more; what was accepted is still there to be taken.</summary>
    internal void Close()
    {
        _changes.Writer.TryComplete();
        _asks.Writer.TryComplete();
        Ring();
    }

    internal void FailAll(Exception fault)
    {
        Close();
        while (_changes.Reader.TryRead(out var change))
            change.Fail(fault);
        while (_asks.Reader.TryRead(out var ask))
            ask.Fail(fault);
    }

    /// <inheritdoc/>
    public void Dispose() => _bell.Dispose();

    private async ValueTask SendAsync<T>(ChannelWriter<T> writer, T message, CancellationToken cancellation)
    {
        standing.Check();
        try
        {
            await writer.WriteAsync(message, cancellation);
        }
        catch (ChannelClosedException)
        {
            throw standing.Refusal() ?? new ObjectDisposedException(nameof(LiteDbTimelineStore));
        }
        Ring();
    }
}
