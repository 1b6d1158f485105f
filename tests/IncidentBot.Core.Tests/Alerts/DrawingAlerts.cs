using IncidentBot.TestKit;

namespace IncidentBot.Core.Tests;

public sealed class DrawingAlerts
{
    private static readonly Policy Policy = DefaultPolicy.Create();

    private static readonly Recorded Entry = Recorded(4, new AlertProposed(TestKit.Alerts.Payments));

    private static readonly Incident House = Incident.None(IncidentId.House).After(Entry);

    [Test]
    public void A_proposal_says_what_fires_and_what_can_be_done()
    {
        var card = AlertCard.Proposed(Entry, House, null, [Story.Declared().Incident], Policy);
        Assert.That((card.Headline, card.Text), Is.EqualTo(("Alert 4: PaymentsFail", "Card payments fail\n`service=checkout` `severity=critical` `team=payments`")));
        Assert.That(card.Fields, Is.EqualTo(new Field[] { new("Severity", "SEV1"), new("Firing since", "2026-11-23 08:55 UTC"), new("Source", "Alertmanager") }));
        Assert.That(card.Controls[0], Is.EqualTo(new Button("Declare", "declare --alert 4") { Emphasis = Emphasis.Primary }));
        Assert.That(((Select)card.Controls[1]).Options, Is.EqualTo(new Option[] { new("Attach to …", "list", Chosen: true), new("INC-1 Checkout is down", "INC-1 attach 4") }));
        Assert.That(card.Controls[2], Is.EqualTo(new OutsideLink("See the alert", "https://prometheus.example/graph")));
        Assert.That(AlertCard.Proposed(Entry, House, null, [], Policy).Controls, Has.None.InstanceOf<Select>(), "nothing to attach to");
    }

    [Test]
    public void A_room_that_knows_no_more_than_the_entry_can_still_declare() =>
        Assert.That(RoomDrawing.Of(Entry, Policy)!.Controls[0], Is.EqualTo(new Button("Declare", "declare --alert 4") { Emphasis = Emphasis.Primary }));

    [Test]
    public void What_is_settled_is_one_line()
    {
        const string Said = "Alertmanager reported the alert PaymentsFail: Card payments fail (firing since 2026-11-23 08:55 UTC)";
        var cleared = House.After(Recorded(5, new AlertCleared("fp-PaymentsFail", "PaymentsFail", Story.Begin, "")));
        var again = cleared.After(Recorded(6, new AlertProposed(TestKit.Alerts.Payments)));
        Assert.That(Line(House, new IncidentId(3)), Is.EqualTo(Said + "; INC-3 has it."));
        Assert.That(Line(cleared), Is.EqualTo(Said + "; it cleared by itself at 2026-11-23 09:00 UTC."));
        Assert.That(Line(again), Is.EqualTo(Said), "a later card has the buttons");
    }

    [Test]
    public void Many_labels_are_counted_and_none_breaks_out()
    {
        var alert = TestKit.Alerts.Named("x", "", Enumerable.Range(0, 20).Select(n => ($"l{n:00}", "a`b\nc")));
        Assert.That(AlertCard.Offer(1, alert, [], Policy).Text, Does.StartWith("`l00=a'b c` `l01=").And.EndWith("`l11=a'b c` and 8 more labels"));
    }

    [Test]
    public void The_incidents_room_shows_what_came_in_and_where_to_look()
    {
        var attached = Recorded(2, new AlertAttached(TestKit.Alerts.Payments)) with { Incident = new IncidentId(1) };
        Assert.That(RoomDrawing.Of(attached, Policy)!.Controls, Is.EqualTo(new[] { new OutsideLink("See the alert", "https://prometheus.example/graph") }));
        var bare = attached with { Event = new AlertAttached(TestKit.Alerts.Payments with { Link = null }) };
        Assert.That((RoomDrawing.Of(bare, Policy)!.Headline, RoomDrawing.Of(bare, Policy)!.Controls.Count), Is.EqualTo((bare.Sentence, 0)));
    }

    private static string Line(Incident house, IncidentId? takenUpBy = null)
    {
        var card = AlertCard.Proposed(Entry, house, takenUpBy, [Story.Declared().Incident], Policy);
        Assert.That(card.Controls, Is.Empty);
        return card.Headline;
    }

    private static Recorded Recorded(int number, IncidentEvent happened) => new(
        IncidentId.House, number, number, Story.Begin, Story.Begin, TestKit.Alerts.Payments.Reporter, "alert", "", happened, [], EntryHash.Zero, EntryHash.Zero);
}
