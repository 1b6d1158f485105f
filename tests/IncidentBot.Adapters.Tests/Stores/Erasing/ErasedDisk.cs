using System.Security.Cryptography;
using IncidentBot.Adapters.Tests.Stores.PowerCuts;
using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Adapters.Tests.Stores.Erasing;

/// <summary>A store on a disk that can be searched while it is open; it does nothing of its own accord.</summary>
internal sealed class ErasedDisk(IReadOnlyDictionary<string, byte[]>? content = null) : IAsyncDisposable
{
    internal static readonly byte[] Remains = """{"event":{"text":""}}"""u8.ToArray();
    private LiteDbTimelineStore? _store;

    internal RecordedDisk Disk { get; } = new(content);

    internal LiteDbTimelineStore Store => _store!;

    internal static async Task<ErasedDisk> OpenAsync(IReadOnlyDictionary<string, byte[]>? content = null)
    {
        var disk = new ErasedDisk(content);
        await disk.ReopenAsync();
        return disk;
    }

    internal static Task<LiteDbTimelineStore> OpenAsync(IDisk disk, TimeSpan? idle = null) => LiteDbTimelineStore.OpenAsync(
        disk, new FakeTimeProvider(Sample.Noon), NullLogger.Instance, new CheckpointPace(int.MaxValue, idle ?? TimeSpan.FromHours(1)));

    internal async Task ReopenAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        _store = await OpenAsync(Disk);
    }

    /// <summary>An entry with a body that looks like nothing else.</summary>
    internal async Task<TimelineEntry> RecordAsync(int bytes, long stream = 1, string? key = null, ulong digest = 0)
    {
        var entry = Sample.Entry() with { Body = RandomNumberGenerator.GetBytes(bytes) };
        return (await AppendAsync(new AppendRequest(stream, null, [entry], key is null ? null : new IdempotencyKey(key, digest))))[0];
    }

    internal Task EraseAsync(long stream, params IEnumerable<int> numbers)
        => AppendAsync(Sample.Append(stream) with { Erases = [.. numbers.Select(number => new Erasure(number, Remains))] });

    internal async Task SaveAsync(params ProjectionRow[] rows)
    {
        await using var lease = await Store.TryAcquireLeaseAsync("workers");
        await lease!.SaveAsync(Sample.Changes(0, rows));
    }

    internal IReadOnlyList<string> Find(Traces traces) => traces.In(Disk.Content());

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _store?.DisposeAsync() ?? default;

    private async Task<IReadOnlyList<TimelineEntry>> AppendAsync(AppendRequest request)
        => ((AppendOutcome.Appended)await Store.AppendAsync(request)).Entries;
}
