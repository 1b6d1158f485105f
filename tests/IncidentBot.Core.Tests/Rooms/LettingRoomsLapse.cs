using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>An ended incident's rooms are put away after a while: once for each end.</summary>
public sealed class LettingRoomsLapse
{
    private static readonly Policy Mirrored = DefaultPolicy.Create() with { Mirrors = ["Slack"] };

    [Test]
    public void They_lapse_as_long_after_the_end_as_the_rules_say()
    {
        var lapse = Lapse(Ended(), Mirrored)!;
        Assert.That((lapse.DueAt, lapse.Falls.Sentence), Is.EqualTo((Story.Begin.AddDays(7), "lets its rooms be archived, 7 d after its end")));
        Assert.That(Lapse(Ended(), Mirrored with { ArchiveRoomsAfter = TimeSpan.FromHours(1) })!.DueAt, Is.EqualTo(Story.Begin.AddHours(1)));
    }

    [Test]
    public void Once_they_have_lapsed_they_do_not_lapse_again()
    {
        var story = Ended().After(TimeSpan.FromDays(7));
        Assert.That(Lapse(story.Given(Person.Bot, Lapse(story, Mirrored)!.Falls), Mirrored), Is.Null);
    }

    [Test]
    public void After_it_was_reopened_and_ended_again_they_lapse_anew_under_another_name()
    {
        var story = Ended();
        var first = Lapse(story, Mirrored)!;
        story.After(TimeSpan.FromDays(7)).Given(Person.Bot, first.Falls).Given(Ana, new StageChanged(Stage.Cancelled, Stage.Triage, Move.Reopen, "back"));
        Assert.That(Lapse(story, Mirrored), Is.Null, "while it is open nothing lapses");
        var second = Lapse(story.After(TimeSpan.FromHours(1)).Given(Ana, new StageChanged(Stage.Triage, Stage.Cancelled, Move.Cancel, "again")), Mirrored)!;
        Assert.That((second.DueAt, second.Name == first.Name), Is.EqualTo((Story.Begin.AddDays(14).AddHours(1), false)));
    }

    [Test]
    public void They_never_lapse_without_an_end_a_rule_or_a_room()
    {
        Assert.That(Lapse(Roomy(), Mirrored), Is.Null);
        Assert.That(Lapse(Ended(), Mirrored with { ArchiveRoomsAfter = null }), Is.Null);
        Assert.That(Lapse(Ended(), DefaultPolicy.Create()), Is.Null);
        Assert.That(Lapse(Story.Declared().Given(Ana, Cancelled), Mirrored), Is.Null);
    }

    private static readonly StageChanged Cancelled = new(Stage.Identification, Stage.Cancelled, Move.Cancel, "false alarm");

    private static Story Roomy() => Story.Declared().Given(Person.Bot, new RoomOpened("Slack", "slack:T1/C1"));

    private static Story Ended() => Roomy().Given(Ana, Cancelled);

    private static Deadline? Lapse(Story story, Policy policy) => Deadlines.Of(story.Incident, policy, story.Now).SingleOrDefault(deadline => deadline.Falls is RoomsLapsed);
}
