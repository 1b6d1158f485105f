using IncidentBot.Adapters.Tests.Stores.PowerCuts;
using IncidentBot.Ports;
using IncidentBot.Stores.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Adapters.Tests.Stores.Damage;

/// <summary>The files of a store that was killed with 2150 entries, 150 of them only in the log, to be damaged and opened again.</summary>
internal sealed class DamagedStore
{
    internal const string Data = "timeline.db";
    internal const string Log = "timeline.log";
    internal const int Entries = 2150;
    internal const int EntriesPerAppend = 5;
    private static readonly Task<DamagedStore> Intact = WriteAsync();

    private DamagedStore(Dictionary<string, byte[]> files, IReadOnlyList<string> hashes) => (Files, Hashes) = (files, hashes);

    internal Dictionary<string, byte[]> Files { get; }

    /// <summary>The hash of each entry, as it was written.</summary>
    internal IReadOnlyList<string> Hashes { get; }

    internal static async Task<DamagedStore> NewAsync()
    {
        var intact = await Intact;
        return new DamagedStore(intact.Files.ToDictionary(file => file.Key, file => file.Value.ToArray()), intact.Hashes);
    }

    /// <summary>Frames of the log that count.</summary>
    internal long Frames()
    {
        var file = new RecordedDisk(Files).Open(Log);
        var recovery = new LogRecovery(file, LogHeader.Read(file)!.Value);
        recovery.Run();
        return recovery.Kept;
    }

    internal Span<byte> Frame(long index) => Files[Log].AsSpan((int)LogFrame.Offset(index), LogFrame.Bytes);

    internal Task<LiteDbTimelineStore> OpenAsync() => OpenAsync(new RecordedDisk(Files));

    private static async Task<DamagedStore> WriteAsync()
    {
        var disk = new RecordedDisk();
        var hashes = new List<string>();
        await using (var store = await OpenAsync(disk))
            await AppendAsync(store, hashes, 2000);
        await using var killed = await OpenAsync(disk);
        await AppendAsync(killed, hashes, Entries - 2000);
        return new DamagedStore(disk.Content(), hashes);
    }

    private static async Task AppendAsync(LiteDbTimelineStore store, List<string> hashes, int entries)
    {
        for (var done = 0; done < entries; done += EntriesPerAppend)
        {
            var appended = (AppendOutcome.Appended)await store.AppendAsync(Sample.Append(done / 100 % 20, entries: EntriesPerAppend));
            hashes.AddRange(appended.Entries.Select(entry => Convert.ToHexString(entry.Hash.Span)));
        }
    }

    private static Task<LiteDbTimelineStore> OpenAsync(RecordedDisk disk) => LiteDbTimelineStore.OpenAsync(
        disk, new FakeTimeProvider(Sample.Noon), NullLogger.Instance, new CheckpointPace(int.MaxValue, TimeSpan.FromHours(1)));
}
