using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class NobodyForgets
{
    [Test]
    public void Without_a_commander_the_room_is_reminded_a_bounded_number_of_times()
    {
        var story = Story.Declared(2);
        var fallen = FallAll(story, ReminderKind.NoCommander, TimeSpan.FromHours(3));
        Assert.That(fallen.Select(fall => fall.DueAt), Is.EqualTo(new[] { 5, 10, 15, 20, 25 }.Select(minutes => Story.Begin.AddMinutes(minutes))));
        Assert.That(story.Entries[^1].Sentence, Is.EqualTo("IncidentBot reminded: nobody is incident commander yet. Who takes it? (for the last time)"));
    }

    [Test]
    public void It_is_silent_once_somebody_commands() => Assert.That(
        Kinds(Story.Declared(2).Given(Ana, new RoleAssigned("commander", "Incident commander", Ana))), Does.Not.Contain(ReminderKind.NoCommander));

    [Test]
    public void Of_a_missed_series_only_the_latest_falls_and_what_nobody_heard_is_not_counted()
    {
        var story = Story.Declared(2).After(TimeSpan.FromMinutes(17));
        var due = Due(story, ReminderKind.NoCommander)!;
        Assert.That((due.DueAt, ((ReminderFell)due.Falls).Instance), Is.EqualTo((Story.Begin.AddMinutes(15), 1)));
    }

    [Test]
    public void A_snoozed_one_wakes_when_it_was_told_and_keeps_its_pace()
    {
        var story = Story.Declared(2).Does(Ben, new SnoozeReminders(TimeSpan.FromMinutes(60), ReminderKind.NoCommander));
        Assert.That(FallAll(story, ReminderKind.NoCommander, TimeSpan.FromHours(4)).Select(fall => fall.DueAt), Is.EqualTo(new[] { 60, 65, 70, 75, 80 }.Select(minutes => Story.Begin.AddMinutes(minutes))));
    }

    [Test]
    public void One_that_is_not_needed_never_falls() =>
        Assert.That(Kinds(Story.Declared(2).Does(Ben, new SnoozeReminders(null))), Is.Empty);

    [Test]
    public void An_update_starts_the_wait_anew()
    {
        var story = Story.Triaged(2).After(TimeSpan.FromMinutes(25)).Does(Ana, new SendUpdate(Audience.Internal, "rolling back"));
        Assert.That(Due(story, ReminderKind.UpdateOverdue)!.DueAt, Is.EqualTo(Story.Begin.AddMinutes(55)));
    }

    [Test]
    public void An_update_that_promises_another_pace_is_believed()
    {
        var story = Story.Triaged(2).Does(Ana, new SendUpdate(Audience.Internal, "overnight", Next: TimeSpan.FromHours(8)));
        Assert.That(Due(story, ReminderKind.UpdateOverdue)!.DueAt, Is.EqualTo(Story.Begin.AddHours(8)));
    }

    [Test]
    public void A_review_is_due_by_severity()
    {
        var story = Story.Triaged().Does(Ana, new ChangeStage(Move.Contain))
            .Given(Ana, new ImpactStated(new Impact("nobody can pay", null, Story.Begin, Story.Begin, DataExposure.No))).Does(Ana, new ChangeStage(Move.Resolve));
        Assert.That(Due(story, ReminderKind.ReviewOverdue)!.DueAt, Is.EqualTo(Story.Begin.AddDays(10)));
        Assert.That(Kinds(story), Is.EqualTo(new[] { ReminderKind.ReviewOverdue }), "work is over, so nothing else reminds");
    }

    [Test]
    public void An_overdue_follow_up_is_called_until_somebody_acts_also_when_the_incident_is_closed()
    {
        var story = Story.Declared(4).Does(Ana, new AddFollowUp("alert on a full disk", Ben, Story.Begin.AddDays(1)))
            .Given(Ana, new StageChanged(Stage.Identification, Stage.Closed, Move.Close, null));
        Assert.That(FallAll(story, ReminderKind.FollowUpOverdue, TimeSpan.FromDays(30)).Count, Is.EqualTo(5));
        Assert.That(Kinds(story.Does(Ben, new FinishFollowUp(1))), Is.Empty);
    }

    [Test]
    public void What_fell_keeps_the_threshold_that_it_was_judged_by()
    {
        var fell = (ReminderFell)Due(Story.Declared(2), ReminderKind.NoCommander)!.Falls;
        Assert.That((fell.Every, fell.Most, fell.DueAt), Is.EqualTo((TimeSpan.FromMinutes(5), 5, Story.Begin.AddMinutes(5))));
    }

    private static Deadline? Due(Story story, ReminderKind kind) =>
        Deadlines.Of(story.Incident, story.Policy, story.Now).FirstOrDefault(deadline => deadline.Falls is ReminderFell fell && fell.Kind == kind);

    private static List<ReminderKind> Kinds(Story story) =>
        [.. Deadlines.Of(story.Incident, story.Policy, story.Now).Select(deadline => deadline.Falls).OfType<ReminderFell>().Select(fell => fell.Kind)];

    private static List<ReminderFell> FallAll(Story story, ReminderKind kind, TimeSpan within)
    {
        var fallen = new List<ReminderFell>();
        for (var minutes = 0; minutes < within.TotalMinutes; minutes++)
        {
            story.After(TimeSpan.FromMinutes(1));
            if (Due(story, kind) is not { } due || due.DueAt > story.Now) continue;
            story.Given(Person.Bot, due.Falls);
            fallen.Add((ReminderFell)due.Falls);
        }
        return fallen;
    }
}
