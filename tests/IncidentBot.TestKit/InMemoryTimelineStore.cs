using System.Security.Cryptography;
using IncidentBot.Ports;
using IncidentBot.Stores;

namespace IncidentBot.TestKit;

/// <summary>A timeline that forgets when the test ends: the same contract as the real stores, without a disk.</summary>
public sealed partial class InMemoryTimelineStore(TimeProvider time) : ITimelineStore
{
    private readonly Lock _gate = new();
    private readonly List<TimelineEntry> _feed = [];
    private readonly Dictionary<long, List<TimelineEntry>> _streams = [];
    private readonly Dictionary<string, KeyMemory> _keys = [];
    private TaskCompletionSource _moved = NewSignal();
    private string? _fenced;

    /// <inheritdoc/>
    public StoreHealth Health => Locked(() => new StoreHealth(_fenced, _feed.Count), evenFenced: true);

    /// <summary>Makes the store behave as after a fault of the disk: every later call throws.</summary>
    public void Fence(string reason) => Locked(
        () =>
        {
            _fenced = reason;
            return Move();
        }, evenFenced: true);

    /// <inheritdoc/>
    public ValueTask<AppendOutcome> AppendAsync(AppendRequest request, CancellationToken cancellation = default)
    {
        var sound = Demands.Sound(request);
        return Answer(() => Append(sound), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<KeyMemory?> FindKeyAsync(string key, CancellationToken cancellation = default)
        => Answer(() => _keys.GetValueOrDefault(Demands.Key(key)), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TimelineEntry>> ReadStreamAsync(
        long stream, int afterNumber, int take, CancellationToken cancellation = default)
        => Answer(() => Page(_streams.GetValueOrDefault(Demands.Stream(stream), []), afterNumber, Demands.Take(take)), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TimelineEntry>> ReadFeedAsync(long afterPosition, int take, CancellationToken cancellation = default)
        => Answer(() => Page(_feed, afterPosition, Demands.Take(take)), cancellation);

    /// <inheritdoc/>
    public ValueTask<StreamHead> HeadAsync(long stream, CancellationToken cancellation = default)
        => Answer(() => Head(Demands.Stream(stream)), cancellation);

    /// <inheritdoc/>
    public ValueTask<long> LastStreamAsync(CancellationToken cancellation = default)
        => Answer(() => _streams.Keys.DefaultIfEmpty(0).Max(), cancellation);

    /// <inheritdoc/>
    public async ValueTask WaitAsync(long afterPosition, CancellationToken cancellation = default)
    {
        while (await Answer(() => (Arrived: _feed.Count > afterPosition, Signal: _moved), cancellation) is { Arrived: false } still)
            await still.Signal.Task.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private AppendOutcome Append(AppendRequest request)
    {
        if (request.Key is { } key && _keys.TryGetValue(key.Text, out var first))
            return first.LineDigest == key.LineDigest ? new AppendOutcome.Repeated(first) : new AppendOutcome.KeyTaken(first);
        var head = Head(request.Stream);
        if (request.Expected is { } expected && expected != head.Number)
            return new AppendOutcome.Conflicted(head.Number);
        if (Demands.Unrecorded(request, head.Number) is { } objection)
            throw objection;

        var entries = request.Entries.Select((entry, at) => Remember(request, entry, at == 0)).ToList();
        if (request.Key is { } used)
            _keys.Add(used.Text, new KeyMemory(request.Stream, head.Number + 1, head.Number + entries.Count, used.LineDigest));
        foreach (var erasure in request.Erases ?? [])
            Erase(request.Stream, erasure);
        Move();
        return new AppendOutcome.Appended(entries);
    }

    private TimelineEntry Remember(AppendRequest request, NewEntry entry, bool first)
    {
        if (!_streams.TryGetValue(request.Stream, out var stream))
            _streams.Add(request.Stream, stream = []);
        var now = Microseconds.Cut(time.GetUtcNow());
        var recorded = stream.Count > 0 && stream[^1].RecordedAt > now ? stream[^1].RecordedAt : now;
        var unhashed = new TimelineEntry(
            _feed.Count + 1, request.Stream, stream.Count + 1, recorded, entry.OccurredAt, entry.By, entry.Via, entry.Kind,
            first ? request.Key?.Text ?? "" : "", RandomNumberGenerator.GetBytes(16), entry.Body, Head(request.Stream).Hash, default);
        var remembered = unhashed with { Hash = EntryHash.Of(unhashed) };
        _feed.Add(remembered);
        stream.Add(remembered);
        return remembered;
    }

    private StreamHead Head(long stream)
        => _streams.GetValueOrDefault(stream) is [.., var last] ? new StreamHead(last.Number, last.Hash) : new StreamHead(0, EntryHash.Zero);

    private static IReadOnlyList<TimelineEntry> Page(List<TimelineEntry> entries, long after, int take)
        => [.. entries.Skip((int)Math.Clamp(after, 0, entries.Count)).Take(take)];

    private bool Move()
    {
        _moved.SetResult();
        _moved = NewSignal();
        return true;
    }

    private ValueTask<T> Answer<T>(Func<T> ask, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Locked(ask));
    }

    private T Locked<T>(Func<T> ask, bool evenFenced = false)
    {
        lock (_gate)
        {
            if (_fenced is not null && !evenFenced)
                throw new StoreFencedException(_fenced);
            return ask();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
