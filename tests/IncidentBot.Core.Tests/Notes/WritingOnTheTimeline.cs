using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class WritingOnTheTimeline
{
    [Test]
    public void A_note_of_an_earlier_time_keeps_it() => Assert.That(
        ((Decision.Accepted)Story.Declared().When(Ana, new AddNote("deploy began", Story.Begin.AddMinutes(-20)))).OccurredAt, Is.EqualTo(Story.Begin.AddMinutes(-20)));

    [Test]
    public void The_future_is_refused() => Assert.That(
        Story.Declared().Refusal(Ana, new AddNote("x", Story.Begin.AddHours(1))),
        Is.EqualTo("2026-11-23 10:00 UTC is in the future. Check --at: the timeline tells what has happened."));

    [Test]
    public void A_text_too_long_is_refused_with_the_limit() => Assert.That(
        Story.Declared().Refusal(Ana, new AddNote(new string('x', 8_001))), Is.EqualTo("The note has 8,001 characters; 8,000 are allowed. Shorten it or attach it as a file."));

    [Test]
    public void An_empty_one_is_refused() => Assert.That(Story.Declared().Refusal(Ana, new RecordDecision("  ")), Is.EqualTo("The decision is empty. Say what it is."));

    [Test]
    public void An_impact_is_stated_bit_by_bit()
    {
        var story = Story.Declared().Does(Ana, new StateImpact("nobody can pay", 1200)).After(TimeSpan.FromMinutes(30)).Does(Ana, new StateImpact("", End: Story.Begin.AddMinutes(30), DataExposed: DataExposure.No));
        Assert.That(story.Incident.Impact!.InWords, Is.EqualTo("nobody can pay; 1,200 customers; from 2026-11-23 09:00 UTC until 2026-11-23 09:30 UTC; no data exposed."));
    }

    [Test]
    public void An_impact_cannot_end_before_it_began() => Assert.That(
        Story.Declared().Refusal(Ana, new StateImpact("x", Start: Story.Begin, End: Story.Begin.AddMinutes(-5))),
        Is.EqualTo("The impact would end (2026-11-23 08:55 UTC) before it began (2026-11-23 09:00 UTC). Check --start and --end."));

    [Test]
    public void An_unknown_follow_up_is_said() => Assert.That(
        Story.Declared().Does(Ana, new AddFollowUp("x")).Refusal(Ana, new FinishFollowUp(7)), Is.EqualTo("INC-1 has follow-ups 1 to 1; there is no 7."));

    [Test]
    public void An_update_says_when_the_next_is_due() => Assert.That(
        Story.Declared(1).Does(Ana, new SendUpdate(Audience.Public, "we are on it", "status page")).Entries[^1].Sentence,
        Is.EqualTo("Ana sent an update for customers by status page: we are on it (next by 2026-11-23 09:20 UTC)"));
}
