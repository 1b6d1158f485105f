using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class AttachingAlerts
{
    private static readonly Person Alertmanager = TestKit.Alerts.Payments.Reporter;

    private static readonly Alert Alert = TestKit.Alerts.Payments;

    [Test]
    public void An_alert_is_attached_once_while_it_fires()
    {
        var story = Story.Declared().Does(Alertmanager, new AttachAlert(Alert));
        Assert.That(story.Incident.Alerts[Alert.Fingerprint], Is.EqualTo(new AttachedAlert("PaymentsFail", Alert.StartedAt, 2)));
        Assert.That(story.Refusal(Alertmanager, new AttachAlert(Alert)), Is.EqualTo("INC-1 has this alert already."));
    }

    [Test]
    public void It_clears_once_and_is_attached_again_when_it_fires_again_with_its_first_beginning_kept()
    {
        var story = Story.Declared().Does(Alertmanager, new AttachAlert(Alert)).After(TimeSpan.FromMinutes(10)).Does(Alertmanager, new ClearAlert(Alert, EndedAt: null));
        Assert.That(story.Incident.Alerts[Alert.Fingerprint].ClearedAt, Is.EqualTo(story.Now), "without a time of its own it clears now");
        Assert.That(story.Refusal(Alertmanager, new ClearAlert(Alert, null)), Is.EqualTo("PaymentsFail does not fire here."));

        story.Does(Alertmanager, new AttachAlert(Alert with { StartedAt = story.Now }));
        Assert.That(story.Incident.Alerts[Alert.Fingerprint], Is.EqualTo(new AttachedAlert("PaymentsFail", Alert.StartedAt, 2)));
    }

    [Test]
    public void The_source_is_no_responder_and_takes_nothing_up()
    {
        var story = Story.Declared().Does(Alertmanager, new AttachAlert(Alert));
        Assert.That(Alertmanager, Is.EqualTo(new Person(new PersonId("bot:alertmanager"), "Alertmanager")));
        Assert.That(story.Incident.Responders.Keys, Is.EqualTo(new[] { Ana.Id }));
        Assert.That(story.Incident.TakenUp, Is.Null);
    }

    [Test]
    public void A_proposed_alert_is_attached_and_the_house_is_promised_a_mark()
    {
        var story = Proposed();
        var attached = (AlertAttached)Accepted(story, new AttachProposal(4)).Single();
        Assert.That((attached.Alert, attached.Proposal), Is.EqualTo((Alert, 4)));
        Assert.That(attached.Consequences(story.Incident, story.Policy), Is.EqualTo(new[] { new MarkProposal(4, Alert.Fingerprint) }));
    }

    [Test]
    public void One_that_cleared_meanwhile_is_attached_with_its_end()
    {
        var cleared = new AlertCleared(Alert.Fingerprint, Alert.Name, Story.Begin, "00");
        Assert.That(Accepted(Proposed(cleared), new AttachProposal(4)), Is.EqualTo(new IncidentEvent[] { new AlertAttached(Alert, 4), cleared }));
    }

    [Test]
    public void What_is_no_alert_cannot_be_attached() =>
        Assert.That(Refusal(Story.Declared(), new AttachProposal(9), entry: null), Is.EqualTo("There is no alert under 9 in the general room. Its card there has the right buttons."));

    [Test]
    public void An_incident_that_is_over_takes_no_alert()
    {
        var story = Proposed().Given(Ana, new StageChanged(Stage.Triage, Stage.Closed, Move.Close, null));
        Assert.That(Refusal(story, new AttachProposal(4), Entry), Is.EqualTo("INC-1 is closed. Reopen it first, or declare a new one."));
    }

    private static readonly Recorded Entry = new(
        IncidentId.House, 4, 4, Story.Begin, Story.Begin, Alertmanager, "alert", "", new AlertProposed(Alert), [], EntryHash.Zero, EntryHash.Zero);

    private static Story Proposed(AlertCleared? cleared = null)
    {
        var room = Incident.None(IncidentId.House).After(Entry);
        if (cleared is not null) room = room.After(Entry with { Number = 5, Event = cleared });
        return new Story { House = new House(room, []) }.Given(Ana, new IncidentDeclared("Checkout is down", new Severity(3), IncidentType.Reliability, false, [], null));
    }

    private static IReadOnlyList<IncidentEvent> Accepted(Story story, Command command) =>
        ((Decision.Accepted)command.Decide(story.Incident, new Circumstances(Ana, story.Now, story.Policy, story.House, Entry))).Events;

    private static string Refusal(Story story, Command command, Recorded? entry) =>
        ((Decision.Refused)command.Decide(story.Incident, new Circumstances(Ana, story.Now, story.Policy, story.House, entry))).Because;
}
