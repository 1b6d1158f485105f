using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>Which way a signal goes, from what is known alone.</summary>
public sealed class ChoosingTheCourse
{
    private static readonly Alert Alert = TestKit.Alerts.Payments;

    private static readonly AlertRule Rule = new("payments", new Dictionary<string, string> { ["team"] = "pay*", ["severity"] = "critical" }, new Severity(2), IncidentType.Reliability, "{service}", "{summary}");

    private static readonly Policy Ruled = DefaultPolicy.Create() with { Alerts = new AlertPolicy([Rule], ProposeOthers: false) };

    [Test]
    public void What_nobody_knows_is_proposed_or_declared_by_a_rule_or_ignored()
    {
        Assert.That(Course(Alert.Fires()), Is.EqualTo(new AlertCourse.Propose(IsAnew: false)));
        Assert.That(Course(Alert.Fires(), policy: Ruled), Is.EqualTo(new AlertCourse.Declare(Rule)));
        Assert.That(Course(TestKit.Alerts.Named("Other", "").Fires(), policy: Ruled), Is.EqualTo(new AlertCourse.Ignore()));
        Assert.That(Course(Alert.Clears()), Is.EqualTo(new AlertCourse.Ignore()));
    }

    [Test]
    public void An_incident_that_is_worked_on_keeps_its_alert_before_any_rule()
    {
        var firing = With(Story.Declared());
        var cleared = With(Story.Declared()).Given(Alert.Reporter, new AlertCleared(Alert.Fingerprint, Alert.Name, Story.Begin, ""));
        Assert.That(Course(Alert.Fires(Story.Begin.AddHours(1)), [firing.Incident], policy: Ruled), Is.EqualTo(new AlertCourse.Repeat(firing.Incident.Id)), "state and fingerprint are the key");
        Assert.That(Course(Alert.Fires(), [cleared.Incident], policy: Ruled), Is.EqualTo(new AlertCourse.Attach(cleared.Incident.Id)));
    }

    [Test]
    public void A_resolved_incident_gets_the_old_firing_but_no_new_one()
    {
        var resolved = With(Story.Triaged()).Given(Ana, new StageChanged(Stage.Triage, Stage.Review, Move.Resolve, "it works"));
        Assert.That(Course(Alert.Fires(), [resolved.Incident]), Is.EqualTo(new AlertCourse.Repeat(resolved.Incident.Id)));
        Assert.That(Course(Alert.Fires(Story.Begin.AddHours(1)), [resolved.Incident]), Is.EqualTo(new AlertCourse.Propose(IsAnew: false)));
    }

    [Test]
    public void A_false_alarm_that_goes_on_firing_stays_one()
    {
        var cancelled = With(Story.Declared()).Given(Ana, new StageChanged(Stage.Identification, Stage.Cancelled, Move.Cancel, "a test"));
        Assert.That(Course(Alert.Fires(), [cancelled.Incident], policy: Ruled), Is.EqualTo(new AlertCourse.Repeat(cancelled.Incident.Id)));
    }

    [Test]
    public void A_merged_incidents_alert_goes_where_the_incident_went_on()
    {
        var merged = With(Story.Declared()).Given(Ana, new IncidentsMerged(Stage.Identification, new IncidentId(2), "", null)).Incident;
        var other = Story.Declared().Incident with { Id = new IncidentId(2) };
        Assert.That(Course(Alert.Fires(), [merged, other]), Is.EqualTo(new AlertCourse.Attach(other.Id)));
        Assert.That(Course(Alert.Fires(), [merged with { MergedInto = merged.Id }]), Is.EqualTo(new AlertCourse.Repeat(merged.Id)), "a circle comes to an end");
    }

    [Test]
    public void What_is_proposed_is_proposed_once_until_it_clears_or_begins_anew()
    {
        var house = House(new AlertProposed(Alert));
        Assert.That(Course(Alert.Fires(), house: house), Is.EqualTo(new AlertCourse.Repeat(null)));
        Assert.That(Course(Alert.Fires(Story.Begin) with { SaysSince = false }, house: house), Is.EqualTo(new AlertCourse.Repeat(null)), "without a beginning of its own it is the same firing");
        Assert.That(Course(Alert.Fires(Story.Begin), house: house), Is.EqualTo(new AlertCourse.Propose(IsAnew: true)));
        var cleared = House(new AlertProposed(Alert), new AlertCleared(Alert.Fingerprint, Alert.Name, Story.Begin, ""));
        Assert.That(Course(Alert.Fires(), house: cleared), Is.EqualTo(new AlertCourse.Propose(IsAnew: false)));
        Assert.That(Course(Alert.Clears(), house: cleared), Is.EqualTo(new AlertCourse.Repeat(null)));
    }

    [Test]
    public void It_clears_wherever_it_fires_also_on_an_incident_that_is_closed()
    {
        var open = With(Story.Declared()).Incident with { Id = new IncidentId(3) };
        var closed = With(Story.Declared()).Given(Ana, new StageChanged(Stage.Triage, Stage.Closed, Move.Close, null)).Incident;
        var course = (AlertCourse.Clear)Course(Alert.Clears(), [closed, open], House(new AlertProposed(Alert)));
        Assert.That(course.Where, Is.EqualTo(new[] { open.Id, closed.Id, IncidentId.House }));
    }

    [TestCase("critical", "payments", true)]
    [TestCase("CRITICAL", "Pay", true)]
    [TestCase("critical", "repay", false)]
    [TestCase("warning", "payments", false)]
    public void All_labels_of_a_rule_must_match(string severity, string team, bool matches) =>
        Assert.That(Rule.Matches(TestKit.Alerts.Named("x", "", ("severity", severity), ("team", team))), Is.EqualTo(matches));

    [TestCase("*", "", true)]
    [TestCase("a*c*e", "abcde", true)]
    [TestCase("a*c*e", "ace", true)]
    [TestCase("a*c*e", "abde", false)]
    [TestCase("ab*ba", "aba", false)]
    [TestCase("*.example.*", "db.example.com", true)]
    [TestCase("(a+)+$", "aaaa", false)]
    public void A_star_stands_for_any_characters(string pattern, string value, bool matches) =>
        Assert.That((Rule with { Match = new Dictionary<string, string> { ["host"] = pattern } }).Matches(TestKit.Alerts.Named("x", "", ("host", value))), Is.EqualTo(matches));

    [Test]
    public void A_label_that_is_not_there_matches_nothing() =>
        Assert.That((Rule with { Match = new Dictionary<string, string> { ["host"] = "*" } }).Matches(Alert), Is.False);

    [Test]
    public void A_rule_fills_in_what_the_alert_says()
    {
        var policy = DefaultPolicy.Create();
        var rule = Rule with { Severity = null, Title = "{alertname} on {service}: {nothing}" };
        var declared = rule.DeclarationFor(Alert, policy, Story.Begin);
        Assert.That((declared.Title, declared.Severity, declared.Services[0], declared.StartedAt), Is.EqualTo(("PaymentsFail on checkout:", (Severity?)new Severity(1), "checkout", (DateTimeOffset?)Alert.StartedAt)));
        Assert.That((rule with { Title = "{nothing}" }).DeclarationFor(Alert, policy, Story.Begin).Title, Is.EqualTo("Card payments fail"));
        Assert.That(Rule.DeclarationFor(Alert with { StartedAt = Story.Begin.AddHours(1) }, policy, Story.Begin).StartedAt, Is.EqualTo(Story.Begin), "a clock that is ahead does not stop the declaration");
        Assert.That(Rule.DeclarationFor(Alert with { Summary = new string('x', 500) }, policy, Story.Begin).Title, Has.Length.EqualTo(Limits.Title));
    }

    [TestCase("critical", 1)]
    [TestCase("Major", 2)]
    [TestCase("sev4", 4)]
    [TestCase("2", 2)]
    [TestCase("sev9", 3)]
    [TestCase("whatever", 3)]
    [TestCase("", 3)]
    public void The_alerts_severity_is_one_of_the_houses_or_its_default(string said, int level) =>
        Assert.That(AlertRule.SeverityOf(TestKit.Alerts.Named("x", "", ("severity", said)), DefaultPolicy.Create()), Is.EqualTo(new Severity(level)));

    private static AlertCourse Course(AlertSignal signal, IReadOnlyCollection<Incident>? atHand = null, Incident? house = null, Policy? policy = null) =>
        AlertCourse.Of(signal, house ?? Incident.None(IncidentId.House), atHand ?? [], policy ?? DefaultPolicy.Create());

    private static Story With(Story story) => story.Given(Alert.Reporter, new AlertAttached(Alert));

    private static Incident House(params IReadOnlyList<IncidentEvent> events) => Incident.From(IncidentId.House, events.Select((happened, at) => new Recorded(
        IncidentId.House, at + 1, at + 1, Story.Begin, Story.Begin, Alert.Reporter, "alert", "", happened, [], EntryHash.Zero, EntryHash.Zero)));
}
