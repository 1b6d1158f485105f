using System.Xml.Linq;
using IncidentBot.Adapters.Tests.Reviews;
using IncidentBot.TestKit;
using IncidentBot.Web.Plots;

namespace IncidentBot.Adapters.Tests.Plots;

public sealed class DrawingACourse
{
    private static readonly DateTimeOffset Begin = SampleReview.Begin;

    [Test]
    public void The_chart_of_a_review_is_the_approved_one() =>
        Assert.That(Approve.Difference(ReviewChart.Of(SampleReview.Course).ToString(), "Course.approved.svg"), Is.Null);

    [Test]
    public void Nothing_that_has_happened_is_said_in_words() =>
        Assert.That(ReviewChart.Of(new ReviewBlock.Course([], [], [], Begin)).Value, Is.EqualTo("Nothing has happened yet."));

    [Test]
    public void An_incident_that_was_declared_this_very_moment_has_a_chart()
    {
        var chart = ReviewChart.Of(new ReviewBlock.Course([new(Stage.Identification, Begin, 1)], [new(new Severity(3), Begin, 1)], [new("Declared", Begin, 1)], Begin));
        Assert.That(chart.ToString(), Does.Contain("Identification").And.Contain("Declared 09:00").And.Not.Contain("NaN"));
    }

    [Test]
    public void What_goes_on_points_onwards_and_what_has_ended_does_not()
    {
        Assert.That(Of(Stage.Triage).Descendants().Count(piece => piece.Name.LocalName == "path"), Is.EqualTo(2), "stage and severity");
        Assert.That(Of(Stage.Review).Descendants().Count(piece => piece.Name.LocalName == "path"), Is.EqualTo(1), "the severity ended with the work");
        Assert.That(Of(Stage.Closed).Descendants().Count(piece => piece.Name.LocalName == "path"), Is.Zero);

        static XElement Of(Stage last) => ReviewChart.Of(new ReviewBlock.Course(
            [new(Stage.Identification, Begin, 1), new(last, Begin.AddMinutes(10), 2)], [new(new Severity(3), Begin, 1)], [], Begin.AddMinutes(30)));
    }

    [Test]
    public void A_visit_too_short_for_its_name_is_told_below()
    {
        var chart = ReviewChart.Of(new ReviewBlock.Course([new(Stage.Identification, Begin, 1), new(Stage.Triage, Begin.AddSeconds(5), 2)], [], [], Begin.AddHours(3)));
        var words = Words(chart);
        Assert.That(words, Does.Contain("Identification").And.Contain("Triage goes on"));
    }

    [Test]
    public void Names_of_moments_never_lie_on_each_other([Range(0, 60, 5)] int minutes)
    {
        var axis = new TimeAxis(Begin, Begin.AddHours(2), 76, 936);
        var flags = Flag.Of(Enumerable.Range(0, 8).Select(at => new Turn<string>("Contained", Begin.AddMinutes((at * 2) + minutes), at + 1)), axis);
        foreach (var row in flags.GroupBy(flag => flag.Row))
        {
            var places = row.Select(flag => flag.Leans ? (From: flag.X - TextWidth.Of(flag.Label), To: flag.X) : (From: flag.X, To: flag.X + TextWidth.Of(flag.Label))).OrderBy(place => place.From).ToList();
            for (var at = 1; at < places.Count; at++) Assert.That(places[at].From, Is.GreaterThan(places[at - 1].To));
        }
        Assert.That(flags.Where(flag => !flag.Leans).Select(flag => flag.X + TextWidth.Of(flag.Label)), Has.All.LessThan(960));
    }

    [Test]
    public void Hostile_words_stay_words()
    {
        var chart = ReviewChart.Of(SampleReview.Course with { Marks = [new("</title><script>alert(1)</script>\u0000\ud800", Begin, 1)] });
        Assert.That(Svg.Markup(chart), Does.Not.Contain("<script").And.Contain("&lt;script&gt;"));
        Assert.That(() => XElement.Parse(Svg.Markup(chart)), Throws.Nothing);
    }

    [Test]
    public void A_picture_of_its_own_brings_its_colours_and_its_paper()
    {
        var alone = Standalone.Of(ReviewChart.Of(SampleReview.Course));
        Assert.That(Words(alone, "style").Single(), Does.Contain("--plot-triage"));
        Assert.That((string?)alone.Elements().ElementAt(1).Attribute("class"), Is.EqualTo("paper"));
        Assert.That(Standalone.Address(ReviewChart.Of(SampleReview.Course)), Does.Match("^data:image/svg\\+xml;base64,[A-Za-z0-9+/=]+$"));
    }

    private static List<string> Words(XElement chart, string kind = "text") => [.. chart.Descendants().Where(piece => piece.Name.LocalName == kind).Select(piece => piece.Value)];
}
