using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class HandingOverARole
{
    [Test]
    public void The_role_moves_only_when_the_other_accepts()
    {
        var story = Story.Triaged().Does(Ana, new OfferHandoff(Ben, "ic", "I need sleep"));
        Assert.That(story.Incident.Commander, Is.EqualTo(Ana));
        story.Does(Ben, new AcceptHandoff());
        Assert.That((story.Incident.Commander, story.Incident.Handoff), Is.EqualTo((Ben, (PendingHandoff?)null)));
        Assert.That(story.Entries[^1].Sentence, Is.EqualTo("Ben took over as incident commander from Ana"));
    }

    [Test]
    public void The_offer_carries_a_briefing()
    {
        var story = Story.Triaged().Does(Ana, new RecordDecision("roll back")).Does(Ana, new AddFollowUp("alert")).Does(Ana, new OfferHandoff(Ben, "commander"));
        var briefing = ((HandoffOffered)story.Entries[^1].Event).Briefing;
        Assert.That(briefing, Does.Contain("Impact: nobody can pay").And.Contain("Incident commander: Ana").And.Contain("roll back").And.Contain("follow-up 1").And.Contain("Next working update due"));
    }

    [Test]
    public void A_declined_offer_changes_nothing() =>
        Assert.That(Offered().Does(Ben, new DeclineHandoff("on a train")).Incident.Commander, Is.EqualTo(Ana));

    [Test]
    public void Who_offered_may_take_it_back() => Assert.That(Offered().Does(Ana, new DeclineHandoff()).Incident.Handoff, Is.Null);

    [Test]
    public void Nobody_else_may_answer() => Assert.That(Offered().Refusal(Cleo, new AcceptHandoff()), Is.EqualTo("The offer is to Ben; only Ben can answer it."));

    [Test]
    public void A_lapsed_offer_cannot_be_accepted() =>
        Assert.That(Offered().After(TimeSpan.FromMinutes(5)).Refusal(Ben, new AcceptHandoff()), Is.EqualTo("The offer lapsed at 2026-11-23 09:05 UTC. Ask for it again."));

    [Test]
    public void An_unanswered_offer_lapses()
    {
        var story = Offered();
        var deadline = Deadlines.Next(story.Incident, story.Policy, story.Now)!;
        Assert.That(deadline.DueAt, Is.EqualTo(Story.Begin.AddMinutes(5)));
        story.Given(Person.Bot, deadline.Falls);
        Assert.That((story.Incident.Commander, story.Incident.Handoff), Is.EqualTo((Ana, (PendingHandoff?)null)));
    }

    [Test]
    public void Only_who_holds_a_role_can_offer_it() => Assert.That(
        Story.Triaged().Refusal(Ben, new OfferHandoff(Cleo, "commander")), Is.EqualTo("Only who is incident commander can hand it over, and that is Ana."));

    [Test]
    public void One_offer_waits_at_a_time() => Assert.That(Offered().Refusal(Ana, new OfferHandoff(Cleo, "commander")), Does.StartWith("Ana has offered the role incident commander to Ben; wait for the answer"));

    [Test]
    public void Nothing_on_offer_is_said() => Assert.That(Story.Triaged().Refusal(Ben, new AcceptHandoff()), Is.EqualTo("No role of INC-1 is on offer now."));

    [Test]
    public void Who_claimed_the_role_while_it_was_on_offer_holds_it_once()
    {
        var story = Story.Triaged().Does(Ana, new AssignRole("scribe", Ana)).Does(Ana, new OfferHandoff(Ben, "scribe")).Does(Ben, new AssignRole("scribe", Ben)).Does(Ben, new AcceptHandoff());
        Assert.That(story.Incident.HoldersOf("scribe").Select(holder => holder.Person), Is.EqualTo(new[] { Ben }));
    }

    private static Story Offered() => Story.Triaged().Does(Ana, new OfferHandoff(Ben, "commander"));
}
