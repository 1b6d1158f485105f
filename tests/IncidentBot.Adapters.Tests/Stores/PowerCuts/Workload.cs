using System.Collections.Concurrent;
using System.Text;
using IncidentBot.Ports;
using IncidentBot.Stores.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Adapters.Tests.Stores.PowerCuts;

/// <summary>A busy evening with a store on a recorded disk: appends in groups, rows, checkpoints, restarts.</summary>
internal sealed class Workload(RecordedDisk disk, int seed)
{
    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<long, TimelineEntry> _written = [];
    private readonly ConcurrentDictionary<long, bool> _ends = new([KeyValuePair.Create(0L, true)]);
    private readonly Lock _gate = new();
    private Told _told = new(0, 0);
    private LiteDbTimelineStore? _store;

    /// <summary>Every entry that was ever appended.</summary>
    internal IReadOnlyDictionary<long, TimelineEntry> Written => _written;

    /// <summary>Positions after which a feed may end.</summary>
    internal bool MayEndAt(long position) => _ends.ContainsKey(position);

    internal static Task<LiteDbTimelineStore> OpenAsync(RecordedDisk disk, int longestLog)
        => LiteDbTimelineStore.OpenAsync(
            disk, new FakeTimeProvider(Sample.Noon), NullLogger.Instance, new CheckpointPace(longestLog, TimeSpan.FromSeconds(1)));

    internal async Task RunAsync(int steps)
    {
        var longestLog = _random.Next(30, 200);
        _store = await OpenAsync(disk, longestLog);
        for (var step = 0; step < steps; step++)
        {
            var dice = _random.Next(20);
            if (dice == 0)
            {
                await _store.DisposeAsync();
                _store = await OpenAsync(disk, longestLog);
            }
            else if (dice < 4)
                await SaveAsync();
            else
                await Task.WhenAll(Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Request()).ToList().Select(AppendAsync));
        }
        await _store.DisposeAsync();
    }

    private AppendRequest Request()
    {
        var key = _random.Next(2) == 0 ? new IdempotencyKey($"key {_random.NextInt64()}", 1) : null;
        return new AppendRequest(_random.Next(6), null, [.. Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Entry())], key);
    }

    private NewEntry Entry()
    {
        var body = new byte[_random.Next(10) == 0 ? 20_000 : _random.Next(400)];
        _random.NextBytes(body);
        return Sample.Entry() with { Body = body };
    }

    private async Task AppendAsync(AppendRequest request)
    {
        var entries = ((AppendOutcome.Appended)await _store!.AppendAsync(request)).Entries;
        foreach (var entry in entries)
            _written[entry.Position] = entry;
        _ends[entries[^1].Position] = true;
        Tell(told => told with { Position = Math.Max(told.Position, entries[^1].Position) });
    }

    private async Task SaveAsync()
    {
        await using var lease = await _store!.TryAcquireLeaseAsync("workers");
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
internal sealed record Told(long Position, long Checkpoint);
