using IncidentBot.Host.Demo;
using IncidentBot.Ports;
using IncidentBot.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Demo;

public sealed class PlayingTheDemo
{
    private static readonly Person Visitor = Person.WhoSays("Vera Visitor");

    [Test]
    public async Task It_ends_closed_and_reviewed_and_nothing_was_refused()
    {
        await using var play = await DemoPlay.RunFastAsync();
        var incident = await play.IncidentAsync();
        var audit = await TimelineAudit.OfAllAsync(play.Store, play.Host.Services.GetRequiredService<ISealBook>(), default);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(play.Player.PassedOver, Is.Empty);
            Assert.That(incident.Stage, Is.EqualTo(IncidentBot.Stage.Closed));
            Assert.That(incident.Review?.State, Is.EqualTo(ReviewState.Finished));
            Assert.That(incident.Review?.Versions.Keys, Is.EquivalentTo(Enum.GetValues<ReviewPart>()));
            Assert.That(incident.FollowUps.Select(followUp => followUp.Owner?.Name), Is.EqualTo(new[] { "Jun Watanabe", "Lucía Ferrer", "نور حداد" }));
            Assert.That(incident.FollowUps.Select(followUp => followUp.Due), Has.None.Null);
            Assert.That(incident.Alerts.Values.Select(alert => alert.ClearedAt), Has.Exactly(1).Not.Null);
            Assert.That(incident.BrokenPromises, Is.Empty);
            Assert.That(audit.Faults, Is.Empty);
        }
    }

    [Test]
    public async Task Its_timeline_is_told_in_these_sentences()
    {
        await using var play = await DemoPlay.RunFastAsync();
        var general = (await play.TimelineAsync(IncidentId.House)).Where(IsNews).Select(Told);
        var room = (await play.TimelineAsync()).Where(IsNews).Select(entry => $"{entry.Number,3} {Told(entry)}");
        Assert.That(Approve.Difference(string.Join('\n', ["general", .. general, "", $"{play.Player.Incident}", .. room]), "Timeline.approved.txt"), Is.Null);
    }

    [Test]
    public async Task A_visitor_who_takes_command_is_worked_with()
    {
        await using var play = DemoPlay.Open();
        var rest = await play.PlayUntilAsync("“lead”");
        await VisitorTypesAsync(play, "lead");
        await play.Player.PlayAsync(rest);
        var incident = await play.IncidentAsync();
        Assert.That(incident.Commander?.Name, Is.EqualTo("Vera Visitor"));
        Assert.That(incident.Stage, Is.EqualTo(IncidentBot.Stage.Closed));
        Assert.That(play.Player.PassedOver, Is.EqualTo(new[] { "Amara Nwosu could not type “lead”: Vera Visitor is incident commander of INC-1 already. Ask Vera Visitor to hand the role over." }));
        Assert.That((await play.TimelineAsync()).Select(entry => entry.Sentence), Has.Some.EqualTo("Lucía Ferrer took over as deputy from Amara Nwosu"));
    }

    [Test]
    public async Task A_visitor_who_declares_and_moves_and_adds_before_the_script_does_is_worked_with()
    {
        await using var play = DemoPlay.Open();
        await VisitorTypesAsync(play, "declare sev3 Something of mine");
        var rest = await play.PlayUntilAsync("“triage”");
        Assert.That(play.Player.Incident, Is.EqualTo(new IncidentId(2)));
        await VisitorTypesAsync(play, "triage");
        await VisitorTypesAsync(play, "followup Buy cake");
        await play.Player.PlayAsync(rest);
        var incident = await play.IncidentAsync();
        Assert.That(incident.Stage, Is.EqualTo(IncidentBot.Stage.Review), "a follow-up without an owner keeps it open");
        Assert.That(incident.FollowUps.Select(followUp => (followUp.Text, followUp.Owner?.Name)).Take(2), Is.EqualTo(new[]
        {
            ("Buy cake", (string?)null), ("give every call to another service a time limit", "Jun Watanabe"),
        }));
        Assert.That((await play.TimelineAsync()).Select(entry => entry.Sentence), Has.Some.EqualTo("Lucía Ferrer said: I cannot close it yet: Not yet: a follow-up has no owner or no due date."));
    }

    [Test]
    public async Task A_visitor_who_declares_from_the_alert_first_has_an_incident_of_their_own()
    {
        await using var play = DemoPlay.Open();
        var rest = await play.PlayUntilAsync("“declare");
        await VisitorTypesAsync(play, "declare My own --alert 6");
        await play.Player.PlayAsync(rest);
        Assert.That(play.Player.Incident, Is.EqualTo(new IncidentId(2)));
        Assert.That((await play.IncidentAsync()).Stage, Is.EqualTo(IncidentBot.Stage.Closed));
        Assert.That(play.Player.PassedOver, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_visitor_who_cancels_everything_does_not_break_it()
    {
        await using var play = DemoPlay.Open();
        var rest = await play.PlayUntilAsync("“lead”");
        await VisitorTypesAsync(play, "cancel only a test");
        await play.Player.PlayAsync(rest);
        Assert.That((await play.IncidentAsync()).Stage, Is.EqualTo(IncidentBot.Stage.Cancelled));
        Assert.That(play.Player.PassedOver, Has.Some.StartsWith("Lucía Ferrer could not type “resolve"));
        Assert.That(play.Player.PassedOver[^1], Does.StartWith("Lucía Ferrer could not say “{incident} is done"));
    }

    [Test]
    public void It_can_be_followed_by_somebody_who_reads()
    {
        var times = Script.Beats.Select(beat => beat.At).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(times, Is.Ordered);
            Assert.That(times[0], Is.LessThan(TimeSpan.FromSeconds(10)));
            Assert.That(Script.Length, Is.InRange(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5.5)));
            Assert.That(times.Zip(times.Skip(1), (before, after) => after - before), Has.All.LessThanOrEqualTo(TimeSpan.FromSeconds(8)));
        }
    }

    private static async Task VisitorTypesAsync(DemoPlay play, string line)
    {
        var reply = await play.Desk.HearAsync(new Heard(line, Visitor, "web", play.Player.Incident));
        Assert.That(reply.Refused, Is.False, reply.Text);
    }

    // The bot keeps promises to several side by side, so that their outcomes come in any order.
    private static bool IsNews(Recorded entry) => entry.Event.Prominence != Prominence.Housekeeping;

    private static string Told(Recorded entry) => $"{entry.OccurredAt:HH:mm:ss} {entry.Sentence.Replace("\n", "\n             ")}";
}
