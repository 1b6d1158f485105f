using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using IncidentBot.Adapters.Tests.Stores.Erasing;
using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Adapters.Tests.Stores.PowerCuts;

/// <summary>A busy evening with a store on a recorded disk: appends in groups, erasures, rows, checkpoints, restarts, kills.</summary>
internal sealed class Workload(RecordedDisk disk, int seed)
{
    private static readonly byte[] Remains = """{"event":{}}"""u8.ToArray();
    private readonly Random _random = new(seed);
    private readonly HashSet<long> _erasing = [];
    private readonly ConcurrentDictionary<long, TimelineEntry> _written = [];
    private readonly ConcurrentDictionary<long, bool> _ends = new([KeyValuePair.Create(0L, true)]);
    private readonly Lock _gate = new();
    private Told _told = new(0, 0);
    private readonly int _longestLog = new Random(seed).Next(30, 200);
    private LiteDbTimelineStore _store = null!;
    private FaultyDisk _disk = null!;

    /// <summary>Every entry that was ever appended.</summary>
    internal IReadOnlyDictionary<long, TimelineEntry> Written => _written;

    /// <summary>Positions after which a feed may end.</summary>
    internal bool MayEndAt(long position) => _ends.GetValueOrDefault(position);

    /// <summary>True when the entry is whole as it was written, or all that is left of it is what somebody asked to be left.</summary>
    internal bool IsAsItShouldBe(TimelineEntry entry) => entry.IsErased
        ? _erasing.Contains(entry.Position) && entry.Salt.IsEmpty && entry.Body.Span.SequenceEqual(Remains)
        : entry.Body.Span.SequenceEqual(_written[entry.Position].Body.Span);

    /// <summary>What there would be left to find of entries.</summary>
    internal Traces TracesOf(IEnumerable<long> positions) => new([.. positions.Select(position => _written[position].Body)]);

    internal static Task<LiteDbTimelineStore> OpenAsync(IDisk disk, int longestLog)
        => LiteDbTimelineStore.OpenAsync(
            disk, new FakeTimeProvider(Sample.Noon), NullLogger.Instance, new CheckpointPace(longestLog, TimeSpan.FromSeconds(1)));

    /// <summary>Goes on where another left off, as far as the power cut let it come.</summary>
    internal static Workload After(Workload before, RecordedDisk disk, int seed, Told known)
    {
        var workload = new Workload(disk, seed) { _told = known };
        for (var position = 1L; position <= known.Position; position++)
        {
            workload._written[position] = before._written[position];
            workload._ends[position] = before.MayEndAt(position);
        }
        workload._erasing.UnionWith(known.Erased);
        return workload;
    }

    internal async Task RunAsync(int steps)
    {
        await StartAsync();
        for (var step = 0; step < steps; step++)
            await (_random.Next(20) switch
            {
                0 => RestartAsync(),
                1 => KillAsync(),
                < 5 => SaveAsync(),
                5 or 6 => EraseSomeAsync(),
                _ => AppendSomeAsync(),
            });
        await _store.DisposeAsync();
    }

    private async Task RestartAsync()
    {
        await _store.DisposeAsync();
        await StartAsync();
    }

    /// <summary>The process dies while it appends; what it had written lives on in the system's cache, synced or not.</summary>
    private async Task KillAsync()
    {
        if (_random.Next(2) == 0)
            _disk.SyncFault = () => new IOException("killed before the sync");
        var appending = _random.Next(3) == 0 ? EraseSomeAsync() : AppendSomeAsync();
        Thread.SpinWait(_random.Next(20_000));
        _disk.Fault = () => new IOException("killed");
        await appending.ContinueWith(static _ => { }, TaskScheduler.Default);
        await RestartAsync();
    }

    /// <summary>What can be read is told, also if its append was never answered.</summary>
    private async Task StartAsync()
    {
        _disk = new FaultyDisk(disk);
        _store = await OpenAsync(_disk, _longestLog);
        var position = _told.Position;
        while (await _store.ReadFeedAsync(position, ITimelineStore.LargestPage) is { Count: > 0 } page)
        {
            Learn(page);
            position = page[^1].Position;
        }
        var checkpoint = await _store.CheckpointAsync("lists");
        var erased = new List<long>();
        foreach (var asked in _erasing)
        {
            if ((await _store.ReadFeedAsync(asked - 1, 1))[0].IsErased)
                erased.Add(asked);
        }
        Tell(_ => new Told(position, checkpoint) { Erased = [.. erased] });
    }

    /// <summary>A few entries of one stream, some of which may be erased already, while others append.</summary>
    private async Task EraseSomeAsync()
    {
        var told = _told.Position;
        var stream = _random.Next(6);
        var going = _written.Values.Where(entry => entry.Stream == stream && entry.Position <= told).OrderBy(entry => entry.Position).Where(_ => _random.Next(10) == 0).ToList();
        _erasing.UnionWith(going.Select(entry => entry.Position));
        var erasing = new AppendRequest(
            stream, null, [Entry()], new IdempotencyKey($"{_random.NextInt64()}/1", 1), [.. going.Select(entry => new Erasure(entry.Number, Remains))]);
        await Task.WhenAll(AppendSomeAsync(), AppendAsync(erasing));
        Tell(known => known with { Erased = known.Erased.Union(going.Select(entry => entry.Position)) });
    }

    private Task AppendSomeAsync() => Task.WhenAll(Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Request()).ToList().Select(AppendAsync));

    /// <summary>Every key ends with the number of entries that came with it.</summary>
    private AppendRequest Request()
    {
        var entries = Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Entry()).ToList();
        return new AppendRequest(_random.Next(6), null, entries, new IdempotencyKey($"{_random.NextInt64()}/{entries.Count}", 1));
    }

    private NewEntry Entry()
    {
        var body = new byte[_random.Next(10) == 0 ? 20_000 : _random.Next(400)];
        _random.NextBytes(body);
        return Sample.Entry() with { Body = body };
    }

    private async Task AppendAsync(AppendRequest request)
    {
        var entries = ((AppendOutcome.Appended)await _store.AppendAsync(request)).Entries;
        Learn(entries);
        Tell(told => told with { Position = Math.Max(told.Position, entries[^1].Position) });
    }

    private void Learn(IEnumerable<TimelineEntry> entries)
    {
        foreach (var entry in entries)
        {
            _written[entry.Position] = entry;
            if (entry.Key.Split('/') is [_, var count])
                _ends[entry.Position + int.Parse(count, CultureInfo.InvariantCulture) - 1] = true;
        }
    }

    private async Task SaveAsync()
    {
        await using var lease = await _store.TryAcquireLeaseAsync("workers");
        var position = _store.Health.DurablePosition;
        var json = Encoding.UTF8.GetBytes($"{position}");
        await lease!.SaveAsync(new ProjectionChanges(
            "lists", position, [new ProjectionRow("incidents", 1, _random.Next(9), json), new ProjectionRow("incidents", 2 + position, position, json)],
            [("incidents", 2 + _random.Next(50))]));
        Tell(told => told with { Checkpoint = position });
    }

    private void Tell(Func<Told, Told> more)
    {
        lock (_gate)
            disk.Told(_told = more(_told));
    }
}

/// <summary>What callers had been told by some moment.</summary>
internal sealed record Told(long Position, long Checkpoint)
{
    /// <summary>Entries that were erased, by position.</summary>
    internal ImmutableHashSet<long> Erased { get; init; } = [];
}
