using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>Signals in, entries and answers out, over the store that lives in memory.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AlertsAtTheDesk
{
    private static readonly Alert Alert = TestKit.Alerts.Payments;

    private readonly DeskFixture at = new();

    [Test]
    public async Task A_rule_declares_once_however_often_the_alert_is_sent()
    {
        var ruled = new DeskFixture(Ruled(IncidentType.Reliability));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ruled.Desk.HearAsync(Alert.Fires()).AsTask()));
        Assert.That(answers.Count(answer => answer == new AlertAnswer(Alert.Fingerprint, AlertOutcome.Declared, new IncidentId(1))), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer == new AlertAnswer(Alert.Fingerprint, AlertOutcome.Repeated, new IncidentId(1))), Is.EqualTo(19));
        var entries = await EntriesAsync(ruled, 1);
        Assert.That(entries.Select(entry => entry.Sentence), Is.EqualTo(new[]
        {
            "Alertmanager declared SEV2 “Card payments fail”, on checkout, begun 2026-11-23 08:55 UTC",
            "Alertmanager attached the alert PaymentsFail: Card payments fail (firing since 2026-11-23 08:55 UTC), by the rule payments",
        }));
        Assert.That(entries[0].Via, Is.EqualTo("alert"));
        Assert.That(await ruled.Store.LastStreamAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task An_incident_of_a_rule_that_is_private_is_not_told_to_the_source()
    {
        var ruled = new DeskFixture(Ruled(IncidentType.Security));
        Assert.That(await ruled.Desk.HearAsync(Alert.Fires()), Is.EqualTo(new AlertAnswer(Alert.Fingerprint, AlertOutcome.Declared)));
        Assert.That(await ruled.Desk.HearAsync(Alert.Fires()), Is.EqualTo(new AlertAnswer(Alert.Fingerprint, AlertOutcome.Repeated)));
        Assert.That(await ruled.Desk.HearAsync(Alert.Clears()), Is.EqualTo(new AlertAnswer(Alert.Fingerprint, AlertOutcome.Cleared)));
    }

    [Test]
    public async Task A_proposed_alert_asks_with_a_form_that_is_filled_in_and_its_line_declares()
    {
        await ProposeAsync();
        var form = (await at.Hear(Ana, "declare --alert 1")).Form!;
        Assert.That((form.Title, form.Line, form.Hint), Is.EqualTo(("Declare an incident for this alert", "declare --alert 1", "PaymentsFail: Card payments fail (firing since 2026-11-23 08:55 UTC)")));
        Assert.That(form.Blanks.Select(blank => blank.Value), Is.EqualTo(new[] { "Card payments fail", "sev1", "reliability", "checkout", "2026-11-23 08:55:00" }));

        var reply = await at.Hear(Ana, form.Complete(form.Blanks.ToDictionary(blank => blank.Name, blank => blank.Value)), key: "k");
        Assert.That(reply.Text, Is.EqualTo("INC-1 is declared: SEV1 “Card payments fail”. Its room is open."));
        var attached = (AlertAttached)(await EntriesAsync(at, 1))[1].Event;
        Assert.That((attached.Alert.Fingerprint, attached.Proposal), Is.EqualTo((Alert.Fingerprint, 1)));
    }

    [Test]
    public async Task A_title_behind_the_number_needs_no_quotes()
    {
        await ProposeAsync();
        Assert.That((await at.Hear(Ana, "declare --alert #1 sev2 nobody can pay")).Text, Does.StartWith("INC-1 is declared: SEV2 “nobody can pay”."));
    }

    [Test]
    public async Task A_form_keeps_what_was_said_before_it()
    {
        await ProposeAsync();
        var form = (await at.Hear(Ana, "declare sev4 --private --service mail --alert 1")).Form!;
        Assert.That((form.Line, form.Blanks[1].Value, form.Blanks[3].Value), Is.EqualTo(("declare --private --alert 1", "sev4", "mail")));
    }

    [Test]
    public async Task Two_who_press_declare_get_one_incident_and_the_second_is_told()
    {
        await ProposeAsync();
        var replies = await Task.WhenAll(new[] { Ana, Ben, Cleo }.Select(by => at.Hear(by, "declare --alert 1 \"Nobody can pay\"").AsTask()));
        Assert.That(replies.Count(reply => reply.Text == "INC-1 is declared: SEV3 “Nobody can pay”. Its room is open."), Is.EqualTo(1));
        Assert.That(replies.Count(reply => reply is { Refused: true, Text: "INC-1 was declared for this alert already." }), Is.EqualTo(2));
        Assert.That(await at.Store.LastStreamAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_same_person_pressing_twice_is_brought_to_the_incident()
    {
        await ProposeAsync();
        var first = await at.Hear(Ana, "declare --alert 1 x", key: "k");
        var again = await at.Hear(Ana, "declare --alert 1 x", key: "k");
        Assert.That((again.Text, again.Refused), Is.EqualTo((first.Text, false)));
    }

    [Test]
    public async Task An_alert_that_an_incident_has_is_not_declared_again()
    {
        await ProposeAsync();
        await at.Hear(Ana, "declare Checkout is down");
        Assert.That((await at.Hear(Ana, "INC-1 attach 1")).Text, Is.EqualTo("Ana attached the alert PaymentsFail: Card payments fail (firing since 2026-11-23 08:55 UTC)."));
        foreach (var line in new[] { "declare --alert 1", "declare --alert 1 x", "INC-1 attach 1" })
            Assert.That((await at.Hear(Ben, line)).Text, Is.EqualTo("INC-1 has this alert already."), line);
        Assert.That((await at.Desk.HearAsync(Alert.Fires())).Incident, Is.EqualTo(new IncidentId(1)));
    }

    [Test]
    public async Task A_private_incident_stands_in_nobodys_way_and_is_not_told_of()
    {
        await ProposeAsync();
        Assert.That((await at.Hear(Ana, "declare --alert 1 Somebody reads our mail --private")).Refused, Is.False);
        Assert.That((await at.Hear(Outsider, "declare --alert 1")).Form, Is.Not.Null);
        Assert.That((await at.Hear(Outsider, "declare --alert 1 The mail is odd")).Text, Is.EqualTo("INC-2 is declared: SEV3 “The mail is odd”. Its room is open."));
        Assert.That((await at.Hear(Ana, "declare --alert 1 Again --private")).Incident, Is.EqualTo(new IncidentId(1)));
    }

    [Test]
    public async Task An_incident_that_became_private_after_it_was_declared_stands_in_nobodys_way()
    {
        await ProposeAsync();
        await at.Hear(Ana, "declare --alert 1 x");
        await at.Hear(Ana, "INC-1 private");
        Assert.That((await at.Hear(Outsider, "declare --alert 1 y")).Incident, Is.EqualTo(new IncidentId(2)));
    }

    [Test]
    public async Task What_clears_and_fires_again_is_told_both_times()
    {
        await at.Hear(Ana, "declare Checkout is down");
        await ProposeAsync();
        await at.Hear(Ana, "INC-1 attach 1");
        var outcomes = new List<AlertOutcome>();
        foreach (var signal in new[] { Alert.Fires(), Alert.Clears(), Alert.Clears(), Alert.Fires(Story.Begin), Alert.Fires(Story.Begin) }) outcomes.Add((await at.Desk.HearAsync(signal)).Outcome);
        Assert.That(outcomes, Is.EqualTo(new[] { AlertOutcome.Repeated, AlertOutcome.Cleared, AlertOutcome.Repeated, AlertOutcome.Attached, AlertOutcome.Repeated }));
        Assert.That((await EntriesAsync(at, 1)).Select(entry => entry.Event.GetType()), Is.EqualTo(new[] { typeof(IncidentDeclared), typeof(AlertAttached), typeof(AlertCleared), typeof(AlertAttached) }));
    }

    [TestCase("declare --alert", "--alert needs a value behind it.")]
    [TestCase("declare --alert x", "“x” is no alert's number behind --alert. The alert's card in the general room has the right buttons.")]
    [TestCase("declare --alert 7", "There is no alert under 7 in the general room.")]
    [TestCase("declare --alert 7 x", "There is no alert under 7 in the general room.")]
    [TestCase("declare --alert 0 x", "There is no alert under 0 in the general room.")]
    [TestCase("INC-1 attach", "Which alert? Give the number of its entry in the general room. Type: attach <alert entry>")]
    [TestCase("INC-1 attach x", "Which alert? Give the number of its entry in the general room.")]
    [TestCase("INC-1 attach 7", "There is no alert under 7 in the general room.")]
    [TestCase("attach 1", "Which incident? Put its number first: INC-1 attach <alert entry>.")]
    public async Task What_cannot_be_done_is_told_in_a_sentence(string line, string sentence)
    {
        await at.Hear(Ana, "declare x");
        var reply = await at.Hear(Ana, line);
        Assert.That(reply.Refused, Is.True);
        Assert.That(reply.Text, Does.StartWith(sentence));
    }

    [Test]
    public async Task The_house_remembers_the_latest_proposals_only()
    {
        for (var n = 0; n <= AlertProposed.MostRemembered; n++) await at.Desk.HearAsync(TestKit.Alerts.Named($"A{n}", "").Fires());
        var house = (await at.Desk.HouseAsync()).Room;
        Assert.That(house.Proposals, Has.Count.EqualTo(AlertProposed.MostRemembered));
        Assert.That(house.Proposals.Keys, Has.None.EqualTo("fp-A0").And.Some.EqualTo("fp-A1"));
    }

    private async Task ProposeAsync() => Assert.That(await at.Desk.HearAsync(Alert.Fires()), Is.EqualTo(new AlertAnswer(Alert.Fingerprint, AlertOutcome.Proposed)));

    private static Policy Ruled(IncidentType type) => DefaultPolicy.Create() with
    {
        Alerts = new AlertPolicy([new AlertRule("payments", new Dictionary<string, string> { ["team"] = "pay*" }, new Severity(2), type, "{service}", null)], ProposeOthers: true),
    };

    private static async Task<IReadOnlyList<Recorded>> EntriesAsync(DeskFixture fixture, long stream) =>
        [.. (await fixture.Store.ReadStreamAsync(stream, 0, 500)).Select(StoredEvents.Read)];
}
