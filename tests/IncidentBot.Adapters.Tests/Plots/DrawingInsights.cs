using System.Globalization;
using System.Xml.Linq;
using IncidentBot.TestKit;
using IncidentBot.Web.Plots;

namespace IncidentBot.Adapters.Tests.Plots;

public sealed class DrawingInsights
{
    private static readonly Week First = Week.Of(new DateOnly(2026, 9, 7));

    [Test]
    public void The_chart_of_weeks_is_the_approved_one() =>
        Assert.That(Approve.Difference(WeekChart.Of(Weeks([[1, 2, 2], [], [3], [1, 1, 2, 4, 5]])).ToString(), "Weeks.approved.svg"), Is.Null);

    [Test]
    public void Every_incident_is_as_high_as_any_other()
    {
        var chart = WeekChart.Of(Weeks([[1, 2, 2], [2], [3, 3, 3, 3]]));
        var bars = chart.Descendants().Where(piece => piece.Name.LocalName == "rect" && piece.Parent!.Attribute("class")!.Value == "week").ToList();
        Assert.That(bars.Select(bar => Number(bar, "height") / Count(bar)), Has.All.EqualTo(Number(bars[0], "height")).Within(0.2), "SEV1 stands alone in the first week");
        Assert.That(bars.Select(bar => Number(bar, "y") + Number(bar, "height")).Max(), Is.EqualTo(208).Within(0.2), "they stand on the axis");
    }

    [TestCase(1)]
    [TestCase(13)]
    [TestCase(158)]
    public void Names_of_weeks_never_lie_on_each_other(int weeks)
    {
        var chart = WeekChart.Of(Weeks([.. Enumerable.Repeat(new[] { 2 }, weeks)]));
        var labels = chart.Elements().Where(piece => piece.Name.LocalName == "text" && Number(piece, "y") > 208 && (string?)piece.Attribute("text-anchor") == "middle").ToList();
        Assert.That(labels, Is.Not.Empty);
        for (var at = 1; at < labels.Count; at++)
            Assert.That(Number(labels[at], "x") - Number(labels[at - 1], "x"), Is.GreaterThan((TextWidth.Of(labels[at].Value) + TextWidth.Of(labels[at - 1].Value)) / 2));
    }

    [Test]
    public void Weeks_without_incidents_have_a_chart_too() => Assert.That(WeekChart.Of(Weeks([[], []])).ToString(), Does.Not.Contain("NaN").And.Not.Contain("Infinity"));

    [Test]
    public void A_bar_reaches_to_the_median_and_its_line_to_ninety_percent()
    {
        var bar = SpanBar.Of("Triage", new Spread(10, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(12)), TimeSpan.FromMinutes(40));
        Assert.That((string?)bar.Attribute("aria-label"), Is.EqualTo("Triage: median 10 min, 90 % within 20 min"));
        Assert.That(bar.Elements().Select(piece => (string?)piece.Attribute("width") ?? (string?)piece.Attribute("x2")), Is.EqualTo(new[] { "59.5", "119", "119" }));
    }

    [Test]
    public void What_took_no_time_at_all_is_still_to_be_seen() =>
        Assert.That(SpanBar.Of("Triage", new Spread(1, default, default, default), default).ToString(), Does.Contain("width=\"1\"").And.Not.Contain("NaN"));

    [Test]
    public void A_count_is_as_long_as_its_share_of_the_most() =>
        Assert.That((string?)CountBar.Of("checkout", 3, 6).Elements().Single().Attribute("width"), Is.EqualTo("80"));

    private static IReadOnlyList<WeekFigure> Weeks(int[][] severities) => [.. severities.Select((levels, at) => WeekOf(new Week(First.Monday.AddDays(7 * at)), levels))];

    private static WeekFigure WeekOf(Week week, int[] levels) => new(week, Tally(levels.Length), [.. levels.GroupBy(level => level).Select(level => new SeverityFigure(new Severity(level.Key), Tally(level.Count())))]);

    private static Tally Tally(int count) => new("", "", [.. Enumerable.Range(1, count).Select(number => new IncidentId(number))], 0);

    private static double Number(XElement piece, string name) => double.Parse(piece.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static int Count(XElement bar) => int.Parse(bar.Value.Split(' ')[^1], CultureInfo.InvariantCulture);
}
