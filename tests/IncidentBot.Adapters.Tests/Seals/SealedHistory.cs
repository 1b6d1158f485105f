using IncidentBot.Ports;
using IncidentBot.Stores.Seals;
using IncidentBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace IncidentBot.Adapters.Tests.Seals;

/// <summary>Two incidents and the house, recorded and sealed, in the hands of somebody who changes what is stored.</summary>
internal sealed class SealedHistory : IDisposable
{
    public const int Entries = 12;
    public const int SealedUpTo = 9;

    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<Task<SealedHistory>> Original = new(RecordAsync);

    private readonly string directory = Directory.CreateTempSubdirectory("incidentbot-seals-").FullName;
    private readonly Dictionary<long, List<TimelineEntry>> streams = [];

    /// <summary>A copy of its own for each test: entries 1–4, a seal on them and its entry 5, entries 6–9, a seal on all nine and its entry 10, entries 11 and 12.</summary>
    public static async Task<SealedHistory> WriteAsync()
    {
        var original = await Original.Value;
        var copy = new SealedHistory();
        foreach (var (stream, entries) in original.streams) copy.streams[stream] = [.. entries];
        File.Copy(original.SealsFile, copy.SealsFile);
        File.Copy(original.KeyFile, copy.KeyFile);
        return copy;
    }

    private static async Task<SealedHistory> RecordAsync()
    {
        var history = new SealedHistory();
        await using var store = new InMemoryTimelineStore(new StandingClock(Noon));
        foreach (var stream in new[] { 0L, 1L, 2L })
        {
            await history.WriteAsync(store, stream, 4, seal: true);
            await history.WriteAsync(store, stream, 4, seal: true);
            await history.WriteAsync(store, stream, 2, seal: false);
            history.streams[stream] = [.. await store.ReadStreamAsync(stream, 0, ITimelineStore.LargestPage)];
        }
        return history;
    }

    public string SealsFile => Path.Combine(directory, "seals.jsonl");

    public string KeyFile => Path.Combine(directory, "seal.key");

    public SealFile Book() => new(directory, null, NullLogger<SealFile>.Instance);

    /// <summary>The stored entries of a timeline, to be changed.</summary>
    public List<TimelineEntry> Stored(long stream) => streams[stream];

    /// <summary>Changes one entry.</summary>
    public void Change(long stream, int number, Func<TimelineEntry, TimelineEntry> change) =>
        Stored(stream)[number - 1] = change(Stored(stream)[number - 1]);

    /// <summary>Records one more entry.</summary>
    public void Record(long stream, IncidentEvent happened)
    {
        var last = Stored(stream)[^1];
        var entry = last with
        {
            Position = last.Position + 1, Number = last.Number + 1, Kind = StoredEvents.KindOf(happened), Key = "",
            Salt = new byte[16], Body = StoredEvents.Write(happened, []), ErasedDigest = default, PreviousHash = last.Hash,
        };
        Stored(stream).Add(entry with { Hash = EntryHash.Of(entry) });
    }

    /// <summary>Computes a chain anew from an entry on, as somebody can who has the data but not the key.</summary>
    public void ChainAnew(long stream, int from)
    {
        var entries = Stored(stream);
        for (var at = from - 1; at < entries.Count; at++)
        {
            var linked = entries[at] with { Number = at + 1, PreviousHash = at == 0 ? EntryHash.Zero : entries[at - 1].Hash };
            entries[at] = linked with { Hash = EntryHash.Of(linked) };
        }
    }

    public async Task<AuditReport> AuditAsync() => await TimelineAudit.OfAllAsync(Store(), Book(), default);

    public async Task<TimelineFinding> AuditAsync(long stream) =>
        (await TimelineAudit.OfAsync(new IncidentId(stream), Store(), Book(), default)).Timelines.Single();

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private ITimelineStore Store()
    {
        var store = new Mock<ITimelineStore>(MockBehavior.Strict);
        store.Setup(asked => asked.LastStreamAsync(It.IsAny<CancellationToken>())).ReturnsAsync(streams.Keys.Max());
        store.Setup(asked => asked.ReadStreamAsync(It.IsAny<long>(), It.IsAny<int>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((long stream, int after, int take, CancellationToken _) =>
                [.. streams.GetValueOrDefault(stream, []).Where(entry => entry.Number > after).Take(take)]);
        return store.Object;
    }

    private async Task WriteAsync(InMemoryTimelineStore store, long stream, int entries, bool seal)
    {
        for (var n = 1; n <= entries; n++) await AppendAsync(store, stream, new NoteAdded($"note {n}"), $"key {stream} {(await store.HeadAsync(stream)).Number}");
        if (!seal) return;
        var head = await store.HeadAsync(stream);
        var made = await Book().SealAsync(stream, head.Number, head.Hash, Noon);
        await AppendAsync(store, stream, new TimelineSealed(made.Index, made.Number, made.Head, made.Mac), null);
    }

    private static async Task AppendAsync(InMemoryTimelineStore store, long stream, IncidentEvent happened, string? key) =>
        await store.AppendAsync(new AppendRequest(
            stream, null, [new NewEntry(Noon, Person.WhoSays("Ana"), "web", StoredEvents.KindOf(happened), StoredEvents.Write(happened, []))],
            key is null ? null : Recording.Fixed(key)));
}
