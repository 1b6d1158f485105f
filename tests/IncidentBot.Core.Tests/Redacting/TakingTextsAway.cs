using System.Security.Cryptography;
using IncidentBot.Ports;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class TakingTextsAway
{
    private static readonly TimelineEntry Recorded = new(
        7, 1, 3, Story.Begin, Story.Begin, Ana, "web", nameof(NoteAdded), "web:ana:x",
        "0123456789abcdef"u8.ToArray(), StoredEvents.Write(new NoteAdded("the password is swordfish"), [new OpenRoom("war room")]), new byte[32], default);

    private static readonly byte[] Remains = StoredEvents.Write(new NoteAdded(""), []);

    [Test]
    public void The_incident_knows_which_entries_were_redacted() => Assert.That(
        Story.Declared().Given(Ana, Redacted(4, 2)).Given(Ben, Redacted(2, 3)).Incident.Redacted, Is.EqualTo([2, 3, 4]));

    [Test]
    public void An_entry_without_salt_and_body_has_the_hash_that_it_had() =>
        Assert.That(EntryHash.Of(Recorded.Erased(Remains)), Is.EqualTo(EntryHash.Of(Recorded)));

    [Test]
    public void The_digest_is_that_of_salt_and_body_and_stays_when_the_erasure_is_repeated()
    {
        var erased = Recorded.Erased("{}"u8.ToArray()).Erased(Remains);
        Assert.That(erased.IsErased);
        Assert.That(erased.Salt.IsEmpty);
        Assert.That(erased.Body.ToArray(), Is.EqualTo(Remains));
        Assert.That(erased.ErasedDigest.ToArray(), Is.EqualTo(SHA256.HashData([.. Recorded.Salt.Span, .. Recorded.Body.Span])));
    }

    [Test]
    public void Another_digest_gives_another_hash() =>
        Assert.That(EntryHash.Of(Recorded.Erased(Remains) with { ErasedDigest = new byte[32] }), Is.Not.EqualTo(EntryHash.Of(Recorded)));

    [Test]
    public void What_remains_is_read_as_redacted()
    {
        var read = StoredEvents.Read(Recorded.Erased(Remains));
        Assert.That((read.IsRedacted, read.Event, read.Promises.Count, read.Key), Is.EqualTo((true, (IncidentEvent)new NoteAdded(""), 0, "web:ana:x")));
        Assert.That(StoredEvents.Read(Recorded).IsRedacted, Is.False);
    }

    [Test]
    public void A_redaction_whose_reason_was_itself_redacted_still_reads_well() =>
        Assert.That((Redacted(2) with { Why = "" }).Sentence, Is.EqualTo("redacted entry 2"));

    private static EntryRedacted Redacted(params int[] entries) => new([.. entries.Select(entry => new RedactedEntry(entry, ""))], "a password");
}
