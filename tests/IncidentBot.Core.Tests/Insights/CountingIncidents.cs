using IncidentBot.TestKit;
using static IncidentBot.Core.Tests.SomeIncidents;

namespace IncidentBot.Core.Tests;

public sealed class CountingIncidents
{
    private static readonly InsightsFilter Ninety = new(Period.Customary(Now));

    [Test]
    public void Drills_cancelled_and_merged_ones_count_nowhere_and_how_many_is_told()
    {
        var report = Report([
            One(1), One(2) with { Drill = true, Figures = Resolved(9) }, One(3) with { Drill = true, Stage = Stage.Cancelled },
            One(4, stage: Stage.Cancelled) with { Figures = Resolved(9) }, One(5, stage: Stage.Merged, services: "checkout")]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Counted.Incidents, Is.EqualTo(Ids(1)));
            Assert.That(report.LeftOut.Select(tally => (tally.Key, tally.Count)), Is.EqualTo(new[] { ("drills", 2), ("cancelled", 1), ("merged", 1) }));
            Assert.That(report.LeftOutInWords, Is.EqualTo("2 drills, 1 cancelled and 1 merged"));
            Assert.That(report.Spans.Select(figure => figure.Spread), Has.All.Null);
            Assert.That(report.Services, Is.Empty);
        }
    }

    [Test]
    public void Weeks_in_which_nothing_happened_are_there_too()
    {
        var report = Report([One(1, 1), One(2, 2) with { DeclaredAt = Now.AddDays(-14) }, One(3, 2) with { DeclaredAt = Now.AddDays(-14) }]);
        Assert.That(report.Weeks, Has.Count.EqualTo(14));
        Assert.That(
            report.Weeks.TakeLast(3).Select(week => $"{week.Week} {string.Join(' ', week.Severities.Select(figure => $"{figure.Peak}:{figure.Of.Count}"))}"),
            Is.EqualTo(new[] { "2026-W46 SEV2:2", "2026-W47 ", "2026-W48 SEV1:1" }));
    }

    [TestCase(new[] { 5 }, 5, 5, 5)]
    [TestCase(new[] { 1, 3 }, 2, 3, 2)]
    [TestCase(new[] { 1, 2, 9 }, 2, 9, 4)]
    [TestCase(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 100 }, 5.5, 9, 14.5)]
    [TestCase(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100 }, 6, 10, 14.090909)]
    public void A_spread_has_a_median_a_ninetieth_percentile_and_a_mean(int[] minutes, double median, double p90, double mean)
    {
        var spread = Spread.Of(minutes.Select(span => TimeSpan.FromMinutes(span)))!;
        Assert.That(
            (spread.Count, spread.Median.TotalMinutes, spread.P90.TotalMinutes, Math.Round(spread.Mean.TotalMinutes, 6)),
            Is.EqualTo((minutes.Length, median, p90, mean)));
    }

    [Test]
    public void Spans_that_last_are_not_counted()
    {
        var report = Report([One(1) with { Figures = Resolved(10) }, One(2), One(3) with { Figures = Resolved(30) }]);
        var resolve = report.Spans.Single(figure => figure.Of.Key == "to-resolve");
        Assert.That((resolve.Of.Incidents, resolve.Spread!.Count, resolve.Spread.Median), Is.EqualTo((Ids(3, 1), 2, TimeSpan.FromMinutes(20))));
    }

    [Test]
    public void The_rate_of_reopening_is_of_those_that_came_to_an_end()
    {
        var report = Report([One(1), One(2) with { Figures = Resolved(5) }, One(3) with { Figures = Resolved(5) with { Reopened = 2 } }]);
        Assert.That((report.Reopening.Rate, report.Reopening.Reopened.Incidents), Is.EqualTo(((double?)0.5, Ids(3))));
        Assert.That(Report([One(1)]).Reopening.Rate, Is.Null);
    }

    [Test]
    public void Follow_ups_are_overdue_after_their_due_date()
    {
        var report = Report([
            One(1) with { OpenFollowUps = [new(1, "late", "Ben", Now.AddDays(-1)), new(2, "early", null, Now.AddDays(1)), new(3, "some day", null, null)] },
            One(2) with { OpenFollowUps = [new(4, "later", null, Now.AddDays(-2))] }]);
        Assert.That((report.FollowUps.Open, report.FollowUps.Overdue), Is.EqualTo((4, 2)));
        Assert.That(report.FollowUps.Lines.Select(line => (line.Incident.Number, line.FollowUp.Text)), Is.EqualTo(new[] { (2L, "later"), (1L, "late") }));
    }

    [Test]
    public void Load_is_summed_by_person_and_the_busiest_comes_first()
    {
        var hour = TimeSpan.FromHours(1);
        var report = Report([
            One(1) with { Load = [new(Cast.Ana.Id, "Ana", true, hour, null), new(Cast.Ben.Id, "Ben", false, hour, Now.AddHours(-2))] },
            One(2) with { Load = [new(Cast.Ana.Id, "Ana Ruiz", false, hour, null), new(Cast.Cleo.Id, "Cleo", false, TimeSpan.Zero, null)] }]);
        Assert.That(
            report.Load.Select(figure => (figure.Name, figure.TookPart.Count, figure.Commanded.Count, figure.InRoles)),
            Is.EqualTo(new[] { ("Ben", 1, 0, 3 * hour), ("Ana Ruiz", 2, 1, 2 * hour), ("Cleo", 1, 0, TimeSpan.Zero) }));
    }

    [Test]
    public void A_service_is_one_however_it_is_written()
    {
        var report = Report([One(1, services: "checkout"), One(2, services: ["Checkout", "ledger"])]);
        Assert.That(report.Services.Select(figure => (figure.Service, figure.Of.Count)), Is.EqualTo(new[] { ("checkout", 2), ("ledger", 1) }));
    }

    [Test]
    public void What_one_may_not_see_is_counted_and_nothing_else_is_told_of_it()
    {
        var secret = One(7, 1, isPrivate: true, services: "hr") with
        {
            Figures = Resolved(60),
            OpenFollowUps = [new(1, "sack the thief", "Ana", Now.AddDays(-1))],
            Load = [new(Cast.Ana.Id, "Ana", true, TimeSpan.FromHours(1), null)],
        };
        var report = Report([secret, One(8) with { Figures = Resolved(20) }], Cast.Outsider);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((report.Counted.Count, report.Counted.Hidden, report.Counted.Incidents), Is.EqualTo((2, 1, Ids(8))));
            Assert.That(report.Find("to-resolve"), Has.Property("Count").EqualTo(2).And.Property("Hidden").EqualTo(1));
            Assert.That((report.FollowUps.Overdue, report.FollowUps.Lines), Is.EqualTo((1, Array.Empty<OverdueFollowUp>())));
            Assert.That(report.Load, Is.Empty);
            Assert.That(report.Services, Is.Empty);
            Assert.That(report.Tallies.SelectMany(tally => tally.Incidents), Has.None.EqualTo(secret.Id));
        }
        Assert.That(Report([secret], Cast.Ana).Load.Single().Name, Is.EqualTo("Ana"));
    }

    [Test]
    public void By_a_service_nobody_finds_what_they_may_not_see()
    {
        var filter = Ninety with { Service = "HR" };
        var secret = One(7, isPrivate: true, services: "hr");
        Assert.That((filter.Selects(secret, Cast.Outsider), filter.Selects(secret, Cast.Ana)), Is.EqualTo((false, true)));
    }

    [Test]
    public void Every_number_has_a_key_of_its_own_and_is_found_by_it()
    {
        var report = Report(ByChance(20_261_124));
        Assert.That(report.Tallies.Select(tally => tally.Key), Is.Unique);
        foreach (var tally in report.Tallies) Assert.That(report.Find(tally.Key), Is.EqualTo(tally));
        Assert.That(report.Find("nonsense"), Is.Null);
    }

    private static InsightsReport Report(IReadOnlyList<IncidentSummary> incidents, Person? viewer = null) => InsightsReport.Of(incidents, Ninety, viewer ?? Cast.Ana, Now);

    private static IncidentFigures Resolved(int minutes) => new() { ToResolve = TimeSpan.FromMinutes(minutes) };

    private static IReadOnlyList<IncidentId> Ids(params long[] numbers) => [.. numbers.Select(number => new IncidentId(number))];
}
