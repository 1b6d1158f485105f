using IncidentBot.Ports;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>What a review says of its own timeline's integrity, and what it says plainly that it cannot show.</summary>
public sealed class TheTimelineSpeaksForItself
{
    private const string Reach =
        "This is what the timeline can say of itself. It cannot show that its last entries were taken away, or that somebody computed the whole chain anew after a change: "
        + "the seals that are kept beside it can, and the verb verify asks them. Nothing here shows that what people wrote was right, or that they wrote everything.";

    private readonly IReadOnlyList<TimelineEntry> entries = Story.Triaged().Stored();

    [Test]
    public void An_intact_one_tells_its_length_its_head_and_what_it_cannot_show() => Assert.That(Integrity(entries), Is.EqualTo(
        $"""
        Entries: 5 [5]
        Hash of the last entry: {Hash(5)} [5]
        Computing all hashes anew showed that every entry is as it was recorded and follows the one before it. [5]
        The timeline speaks of no seal yet.
        No entry was redacted.
        {Reach}
        """));

    [Test]
    public void An_entry_that_is_gone_is_missed_and_nothing_that_is_not_there_is_cited() => Assert.That(Integrity([.. entries.Where(entry => entry.Number != 3)]), Does.Contain(
        "\nComputing all hashes anew showed that the timeline is not as it was recorded: entry 3 is missing. What this review tells from entry 3 on is what is there now, and may not be what happened. [4]\n"));

    [Test]
    public void An_entry_that_cannot_be_read_is_named() => Assert.That(
        Integrity([.. entries.Select(entry => entry.Number == 4 ? entry with { Body = entry.Body[..9] } : entry)]),
        Does.Contain("\nEntry 4 cannot be read any more and could not be told here. [4]\n").And.Contain("entry 4 was changed after it was recorded"));

    [Test]
    public void Seals_are_compared_with_the_entries_they_speak_of()
    {
        var story = Story.Triaged().Given(Person.Bot, new TimelineSealed(1, 3, Hash(3), "00ff"), new TimelineSealed(2, 4, Hash(3), "00ff"), new TimelineSealed(3, 99, Hash(3), "00ff"));
        Assert.That(Integrity(story.Stored()), Does.Contain(
            """
            Seal | Up to entry | Compared
            1 | 3 | the entry has the hash that was sealed [3, 6]
            2 | 4 | the entry has another hash than the one that was sealed [4, 7]
            3 | 99 | the entry is not there [8]
            """).And.Contain("\nWhat came after entry 3 is chained, but no seal that this timeline speaks of covers it yet.\n"));
    }

    [Test]
    public void A_seal_that_was_just_made_covers_all_but_its_own_entry() => Assert.That(
        Integrity(Story.Triaged().Given(Person.Bot, new TimelineSealed(4, 5, Hash(5), "00ff")).Stored()), Does.Contain("\nSeal 4 covers all that came before its own entry. [6]\n"));

    [Test]
    public void What_a_newer_version_wrote_is_named_and_not_guessed_at()
    {
        var story = Story.Triaged().Given(Ben, new UnknownEvent("HypothesisRaised", "{}"), new UnknownEvent("RiskAccepted", "{}"));
        Assert.That(Integrity(story.Stored()), Does.Contain(
            """
            Entries 6 and 7 came from a newer version (HypothesisRaised, RiskAccepted); what they say could not be told here. [6, 7]
            No entry was redacted.
            """));
        Assert.That(ReviewText.Of(WrittenReview.Of(story.Stored()), "timeline"), Does.Contain("Ben | did something that this version cannot tell (HypothesisRaised, from a newer version)"));
    }

    [TestCase(1, "Entry 5 was redacted: its texts are gone for good, and the chain holds a digest of what was there. [5]")]
    [TestCase(2, "Entries 4 and 5 were redacted: their texts are gone for good, and the chain holds digests of what was there. [4, 5]")]
    public void What_was_redacted_is_named_and_breaks_no_chain(int count, string sentence)
    {
        var numbers = Enumerable.Range(6 - count, count).ToList();
        var stored = Story.Triaged().Given(Ana, new EntryRedacted([.. numbers.Select(number => new RedactedEntry(number, ""))], "a password")).Stored();
        var told = Integrity([.. stored.Select(entry => numbers.Contains(entry.Number) ? entry.Erased(entry.Body) : entry)]);
        Assert.That(told, Does.Contain($"\n{sentence}\n").And.Contain("every entry is as it was recorded"));
    }

    [Test]
    public void Many_that_were_redacted_are_counted()
    {
        var story = Story.Triaged().Given(Ana, [.. Enumerable.Range(0, 10).Select(number => new NoteAdded($"note {number}"))]);
        var stored = story.Given(Ana, new EntryRedacted([.. Enumerable.Range(5, 11).Select(number => new RedactedEntry(number, ""))], "too old")).Stored();
        Assert.That(Integrity(stored), Does.Contain("\n11 entries were redacted: their texts are gone for good, and the chain holds digests of what was there.\n"));
    }

    [Test]
    public void Of_nothing_there_is_no_review() => Assert.That(
        () => new ReviewWriter(new IncidentId(7)).Document(), Throws.InvalidOperationException.With.Message.EqualTo("Nothing is recorded of INC-7 that could be reviewed."));

    private static string Integrity(IReadOnlyList<TimelineEntry> entries) => ReviewText.Of(WrittenReview.Of(entries), "integrity");

    private string Hash(int number) => Convert.ToHexStringLower(entries[number - 1].Hash.Span);
}
