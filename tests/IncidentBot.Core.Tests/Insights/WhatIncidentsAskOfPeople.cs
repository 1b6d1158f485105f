using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class WhatIncidentsAskOfPeople
{
    private static readonly TimeSpan Ten = TimeSpan.FromMinutes(10);

    [Test]
    public void Two_roles_at_once_count_once_and_what_is_still_held_comes_on_top()
    {
        var story = Story.Declared()
            .Given(Ana, Role("commander", Ana)).After(Ten)
            .Given(Ana, Role("communications", Ana)).After(Ten)
            .Given(Ana, new RoleReleased("communications", "Communications", Ana)).After(Ten);
        var load = Load(story, Ana);
        Assert.That((load.Commanded, load.InRoles, load.InRolesSince), Is.EqualTo((true, TimeSpan.Zero, (DateTimeOffset?)Story.Begin)));
        Assert.That(load.InRolesUpTo(story.Now), Is.EqualTo(3 * Ten));
    }

    [Test]
    public void Time_between_two_roles_is_not_counted()
    {
        var story = Story.Declared().After(Ten)
            .Given(Ben, Role("scribe", Ben)).After(Ten)
            .Given(Ben, new RoleReleased("scribe", "Scribe", Ben)).After(Ten)
            .Given(Ben, Role("scribe", Ben)).After(Ten)
            .Given(Ben, new RoleReleased("scribe", "Scribe", Ben));
        Assert.That(Load(story, Ben), Is.EqualTo(new ResponderLoad(Ben.Id, "Ben", false, 2 * Ten, null)));
    }

    [Test]
    public void Whoever_only_took_part_has_no_time_in_roles() =>
        Assert.That(Load(Story.Declared().Given(Cleo, new ResponderJoined(Cleo)), Cleo), Is.EqualTo(new ResponderLoad(Cleo.Id, "Cleo", false, TimeSpan.Zero, null)));

    [Test]
    public void The_days_of_the_review_are_no_work_and_those_after_a_reopening_are()
    {
        var story = Story.Declared()
            .Given(Ana, Role("commander", Ana)).After(Ten)
            .Given(Ana, new StageChanged(Stage.Identification, Stage.Triage, Move.Triage, null)).After(Ten)
            .Given(Ana, new StageChanged(Stage.Triage, Stage.Review, Move.Resolve, "whole again")).After(TimeSpan.FromDays(5))
            .Given(Ana, new StageChanged(Stage.Review, Stage.Triage, Move.Reopen, "not over")).After(Ten)
            .Given(Ana, new StageChanged(Stage.Triage, Stage.Review, Move.Resolve, "whole again")).After(TimeSpan.FromDays(5));
        Assert.That(Load(story, Ana), Is.EqualTo(new ResponderLoad(Ana.Id, "Ana", true, 3 * Ten, null)));
    }

    private static RoleAssigned Role(string name, Person to) => new(name, name, to);

    private static ResponderLoad Load(Story story, Person person) => ResponderLoad.Of(story.Incident).Single(load => load.Person == person.Id);
}
