using System.Security.Cryptography;
using System.Text;
using IncidentBot.Adapters.Tests.Stores;
using IncidentBot.Ports;
using IncidentBot.Stores.Backups;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.Files;
using IncidentBot.Stores.LiteDb;
using IncidentBot.Stores.Seals;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Adapters.Tests.Backups;

/// <summary>A data directory with everything in it that a backup must hold, and a place for backups beside it.</summary>
internal sealed class KeptHouse : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("incidentbot-backups-").FullName;
    private BackupMaker? _maker;

    private KeptHouse(string? keyFile) => KeyFile = keyFile is null ? null : Path.Combine(_root, keyFile);

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 25, 10, 42, 0, TimeSpan.Zero));

    internal LiteDbTimelineStore Store { get; private set; } = null!;

    internal string? KeyFile { get; }

    internal string Data => Place("data");

    internal string Target => Place("backups");

    internal SealFile Seals => new(Data, KeyFile, NullLogger<SealFile>.Instance);

    internal static async Task<KeptHouse> OpenAsync(string? keyFile = null, CheckpointPace? pace = null)
    {
        var house = new KeptHouse(keyFile);
        house.Store = await LiteDbTimelineStore.OpenAsync(new LocalDisk(house.Data), house.Clock, NullLogger.Instance, pace);
        return house;
    }

    internal string Place(string name) => Path.Combine(_root, name);

    /// <summary>Three entries, a seal on them that is told, an upload and a row of a read model.</summary>
    internal async Task FillAsync()
    {
        await Store.AppendAsync(Sample.Append(1, entries: 3));
        await SealAsync(1);
        await UploadAsync(Encoding.UTF8.GetBytes("a plan"));
        await using var lease = await Store.TryAcquireLeaseAsync("workers");
        await lease!.SaveAsync(Sample.Changes(3, Sample.Row(1, 1)));
    }

    internal async Task SealAsync(long stream)
    {
        var head = await Store.HeadAsync(stream);
        var made = await Seals.SealAsync(stream, head.Number, head.Hash, Clock.GetUtcNow());
        var told = new TimelineSealed(made.Index, made.Number, made.Head, made.Mac);
        await Store.AppendAsync(new AppendRequest(stream, null, [new NewEntry(Clock.GetUtcNow(), Person.Bot, "worker", StoredEvents.KindOf(told), StoredEvents.Write(told, []))]));
    }

    internal async Task<StoredFile> UploadAsync(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await new FileStore(Path.Combine(Data, "files")).PutAsync(stream, long.MaxValue);
    }

    /// <summary>Makes a backup; what is done to the copy before it is verified stands between.</summary>
    internal async Task<Backup> BackUpAsync(Func<TimelineCopy, string, Task<TimelineCopy>>? meanwhile = null, CancellationToken cancellation = default)
    {
        if (meanwhile is not null)
        {
            using var meddled = Maker(MeddledStore.Of(Store, meanwhile));
            return await meddled.MakeAsync(Target, cancellation);
        }
        return await (_maker ??= Maker(Store)).MakeAsync(Target, cancellation);
    }

    internal BackupMaker Maker(ITimelineStore store) => new(store, Data, KeyFile, Clock, NullLogger<BackupMaker>.Instance);

    internal Task<RestoredBackup> RestoreAsync(string from, string to, string? keyFile = null) =>
        new BackupRestore(from, Place(to), keyFile, Clock).RunAsync(default);

    internal Task<LiteDbTimelineStore> OpenRestoredAsync(string name) => LiteDbTimelineStore.OpenAsync(new LocalDisk(Place(name)), Clock, NullLogger.Instance);

    internal IReadOnlyList<string> Backups() => [.. Directory.GetDirectories(Target).Select(place => Path.GetFileName(place)).Order(StringComparer.Ordinal)];

    /// <summary>Every entry up to a position, told in full.</summary>
    internal static async Task<IReadOnlyList<string>> FeedAsync(ITimelineStore store, long upTo = long.MaxValue)
    {
        var told = new List<string>();
        while (await store.ReadFeedAsync(told.Count, ITimelineStore.LargestPage) is { Count: > 0 } page)
            told.AddRange(page.Select(entry => string.Join(
                '|', entry.Position, entry.Stream, entry.Number, entry.RecordedAt.ToString("O"), entry.OccurredAt.ToString("O"), entry.By.Id, entry.By.Name, entry.Via, entry.Kind, entry.Key,
                Convert.ToHexString(entry.Salt.Span), Convert.ToHexString(entry.Body.Span), Convert.ToHexString(entry.PreviousHash.Span), Convert.ToHexString(entry.Hash.Span))));
        return [.. told.TakeWhile(entry => long.Parse(entry.AsSpan(0, entry.IndexOf('|'))) <= upTo)];
    }

    /// <summary>Every uploaded file with the digest of its content.</summary>
    internal static IReadOnlyList<string> Uploads(string data) =>
        [.. Directory.GetFiles(Path.Combine(data, "files")).Select(file => $"{Path.GetFileName(file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}").Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        _maker?.Dispose();
        await Store.DisposeAsync();
        Directory.Delete(_root, recursive: true);
        // LiteDB has finalizers that throw; one that did would end this process.
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
