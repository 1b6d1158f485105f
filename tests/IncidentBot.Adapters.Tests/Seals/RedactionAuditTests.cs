using System.Security.Cryptography;
using System.Text;
using IncidentBot.Ports;
using IncidentBot.TestKit;
using Moq;

namespace IncidentBot.Adapters.Tests.Seals;

/// <summary>What is erased must be redacted, what is redacted must be erased, and what remains must be what was left.</summary>
public sealed class RedactionAuditTests
{
    private static readonly byte[] Remains = StoredEvents.Write(new NoteAdded(""), []);

    [Test]
    public async Task A_redaction_leaves_the_timeline_in_order([Values(1, 4, 9)] int number)
    {
        using var history = await RedactedAsync(number);
        var report = await history.AuditAsync();
        Assert.That(report.Faults, Is.Empty);
        Assert.That(report.Timelines[1].Sentence, Is.EqualTo("INC-1: 13 entries, chain intact, sealed up to 9; entries 10–13 are chained but not sealed yet."));
    }

    [Test]
    public async Task An_entry_that_was_erased_behind_everybodys_back_is_named()
    {
        using var history = await RedactedAsync(4);
        history.Change(1, 6, entry => entry.Erased(Remains));
        history.Change(1, 3, entry => entry.Erased(Remains));
        await FoundAsync(history, 3, "INC-1: entry 3 was erased, but nobody redacted it.");
    }

    [Test]
    public async Task What_remains_cannot_be_changed_unseen()
    {
        using var history = await RedactedAsync(3);
        history.Change(1, 3, entry => entry with { Body = StoredEvents.Write(new NoteAdded("all was well"), []) });
        await FoundAsync(history, 3, "INC-1: what is left of entry 3 is not what its redaction left.");
    }

    [Test]
    public async Task A_redaction_of_what_is_still_whole_is_named()
    {
        using var history = await SealedHistory.WriteAsync();
        history.Record(1, Redaction(3, Remains));
        await FoundAsync(history, 3, "INC-1: entry 13 says that it redacted entry 3, which is still whole.");
    }

    [TestCase(13), TestCase(40), TestCase(0)]
    public async Task A_redaction_speaks_of_what_came_before_it(int number)
    {
        using var history = await SealedHistory.WriteAsync();
        history.Record(1, Redaction(number, Remains));
        await FoundAsync(history, 13, $"INC-1: entry 13 says that it redacted entry {number}, which does not come before it.");
    }

    [Test]
    public async Task The_digest_of_what_was_there_is_under_the_hash()
    {
        using var history = await RedactedAsync(3);
        history.Change(1, 3, entry => entry with { ErasedDigest = SHA256.HashData("something else"u8) });
        await FoundAsync(history, 3, "INC-1: entry 3 was changed after it was recorded.");
    }

    [Test]
    public async Task The_last_of_several_redactions_counts()
    {
        using var history = await RedactedAsync(3);
        var less = "{\"event\":{}}"u8.ToArray();
        history.Record(1, Redaction(3, less));
        await FoundAsync(history, 3, "INC-1: what is left of entry 3 is not what its redaction left.");
        history.Change(1, 3, entry => entry.Erased(less));
        Assert.That((await history.AuditAsync(1)).Fault, Is.Null);
    }

    [Test]
    public async Task A_redaction_can_itself_be_redacted()
    {
        using var history = await RedactedAsync(3);
        var left = StoredEvents.Write(Redaction(3, Remains) with { Why = "" }, []);
        history.Change(1, 13, entry => entry.Erased(left));
        history.Record(1, Redaction(13, left));
        Assert.That((await history.AuditAsync(1)).Fault, Is.Null);
    }

    [TestCase("{\"event\":{}}"), TestCase("{}"), TestCase("nothing")]
    public async Task A_redaction_of_which_nothing_can_be_read_is_named(string left)
    {
        using var history = await RedactedAsync(3);
        history.Change(1, 13, entry => entry.Erased(Encoding.UTF8.GetBytes(left)));
        await FoundAsync(history, 13, "INC-1: entry 13 cannot be read.");
    }

    [Test]
    public async Task What_is_redacted_while_the_timeline_is_read_is_in_order()
    {
        var store = new InMemoryTimelineStore(TimeProvider.System);
        for (var round = 0; round < 6; round++)
            await store.AppendAsync(new AppendRequest(1, null, [.. Enumerable.Range(0, 100).Select(_ => Entry(new NoteAdded("secret")))]));
        var reads = 0;
        var busy = new Mock<ITimelineStore>(MockBehavior.Strict);
        busy.Setup(asked => asked.ReadStreamAsync(It.IsAny<long>(), It.IsAny<int>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .Returns(async (long stream, int after, int take, CancellationToken cancellation) =>
            {
                var page = await store.ReadStreamAsync(stream, after, take, cancellation);
                if (++reads is 1 or 2) await RedactAsync(store, 5, left: $"{reads}");
                return page;
            });
        using var history = await SealedHistory.WriteAsync();
        File.Delete(history.SealsFile);
        var report = await TimelineAudit.OfAsync(new IncidentId(1), busy.Object, history.Book(), default);
        Assert.That(report.Timelines[0].Sentence, Is.EqualTo("INC-1: 602 entries, chain intact; nothing is sealed yet."));
    }

    private static async Task RedactAsync(InMemoryTimelineStore store, int number, string left)
    {
        var remains = StoredEvents.Write(new NoteAdded(left), []);
        await store.AppendAsync(new AppendRequest(1, null, [Entry(Redaction(number, remains))], Erases: [new Erasure(number, remains)]));
    }

    private static NewEntry Entry(IncidentEvent happened) =>
        new(DateTimeOffset.UnixEpoch, Person.WhoSays("Ana"), "web", StoredEvents.KindOf(happened), StoredEvents.Write(happened, []));

    private static EntryRedacted Redaction(int number, byte[] remains) => new([new RedactedEntry(number, Convert.ToHexStringLower(SHA256.HashData(remains)))], "a password");

    private static async Task<SealedHistory> RedactedAsync(int number)
    {
        var history = await SealedHistory.WriteAsync();
        history.Change(1, number, entry => entry.Erased(Remains));
        history.Record(1, Redaction(number, Remains));
        return history;
    }

    private static async Task FoundAsync(SealedHistory history, int number, string sentence)
    {
        var finding = await history.AuditAsync(1);
        Assert.That((finding.FirstWrong, finding.Sentence), Is.EqualTo(((int?)number, sentence)));
    }
}
