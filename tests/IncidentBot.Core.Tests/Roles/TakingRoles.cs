using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class TakingRoles
{
    [Test]
    public void There_is_one_commander() => Assert.That(
        Story.Triaged().Refusal(Ben, new AssignRole("commander", Ben)), Is.EqualTo("Ana is incident commander of INC-1 already. Ask Ana to hand the role over."));

    [Test]
    public void The_commander_hands_over_rather_than_assigning_another() => Assert.That(
        Story.Triaged().Refusal(Ana, new AssignRole("ic", Ben)), Is.EqualTo("You are incident commander of INC-1. Hand the role over, so that Ben agrees to it."));

    [Test]
    public void Several_may_hold_a_role_that_allows_it() => Assert.That(
        Story.Triaged().Does(Ana, new AssignRole("ops", Ben)).Does(Cleo, new AssignRole("operations", Cleo)).Incident.HoldersOf("operations").Select(holder => holder.Person), Is.EqualTo(new[] { Ben, Cleo }));

    [Test]
    public void A_role_is_let_go_by_who_holds_it()
    {
        var story = Story.Triaged();
        Assert.That(story.Refusal(Ben, new ReleaseRole("commander")), Is.EqualTo("You are not incident commander of INC-1."));
        Assert.That(story.Does(Ana, new ReleaseRole("commander")).Incident.Commander, Is.Null);
    }

    [Test]
    public void An_unknown_role_is_answered_with_those_there_are() => Assert.That(
        Story.Triaged().Refusal(Ana, new AssignRole("king", Ben)), Does.StartWith("There is no role “king”. Roles: commander, deputy, scribe"));

    [Test]
    public void Roles_of_an_ended_incident_stay() => Assert.That(
        Story.Declared().Does(Ana, new ChangeStage(Move.Cancel, "false alarm")).Refusal(Ben, new AssignRole("commander", Ben)),
        Is.EqualTo("INC-1 is cancelled; roles stay as they were. Reopen it first."));
}
