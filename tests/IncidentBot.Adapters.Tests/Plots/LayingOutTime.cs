using IncidentBot.Web.Plots;

namespace IncidentBot.Adapters.Tests.Plots;

public sealed class LayingOutTime
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 23, 9, 7, 13, TimeSpan.Zero);

    [TestCase("00:00:20", "09:07:14 09:07:16")]
    [TestCase("00:09:00", "09:08 09:09")]
    [TestCase("02:00:00", "09:10 09:20")]
    [TestCase("08:00:00", "10:00 11:00")]
    [TestCase("1.06:00:00", "12:00 15:00")]
    [TestCase("9.00:00:00", "24 Nov 25 Nov")]
    [TestCase("40.00:00:00", "30 Nov 7 Dec")]
    [TestCase("800.00:00:00", "Jan 2027 Apr 2027")]
    [TestCase("20000.00:00:00", "Jan 2030 Jan 2035")]
    public void Times_are_round_from_seconds_to_decades(string length, string first)
    {
        var ticks = Axis(TimeSpan.Parse(length)).Ticks();
        Assert.That(string.Join(' ', ticks.Select(tick => tick.Label)), Does.StartWith(first));
    }

    [Test]
    public void Labels_keep_apart_whatever_the_length([Range(1, 60)] int power)
    {
        var axis = Axis(TimeSpan.FromSeconds(Math.Pow(1.37, power)));
        var ticks = axis.Ticks();
        for (var at = 1; at < ticks.Count; at++)
            Assert.That(ticks[at].At - ticks[at - 1].At, Is.GreaterThan((TextWidth.Of(ticks[at].Label) + TextWidth.Of(ticks[at - 1].Label)) / 2), $"{ticks[at - 1].Label} and {ticks[at].Label}");
        Assert.That(ticks.Select(tick => tick.At), Has.All.InRange(axis.Start, axis.End));
    }

    [Test]
    public void A_day_that_begins_is_told_by_its_name() =>
        Assert.That(new TimeAxis(Begin, Begin.AddHours(20), 0, 860).Ticks().Select(tick => tick.Label), Does.Contain("24 Nov"));

    [Test]
    public void Other_zones_are_laid_out_in_UTC()
    {
        var there = Begin.ToOffset(TimeSpan.FromHours(5.5));
        Assert.That(new TimeAxis(there, there.AddHours(2), 0, 860).Ticks()[0].Label, Is.EqualTo("09:10"));
    }

    [TestCase(0, "23 November 2026")]
    [TestCase(1, "23 November to 24 November 2026")]
    [TestCase(60, "23 November 2026 to 22 January 2027")]
    public void The_days_are_told(int days, string told) => Assert.That(new TimeAxis(Begin, Begin.AddDays(days).AddMinutes(1), 0, 860).Days, Is.EqualTo(told));

    [TestCase(0, 1)]
    [TestCase(3, 3)]
    [TestCase(12, 15)]
    [TestCase(97, 100)]
    [TestCase(141, 150)]
    public void Values_end_at_a_round_one(double most, double end)
    {
        var scale = Scale.Round(most, 5, 200, 0);
        Assert.That(scale.Most, Is.EqualTo(end));
        Assert.That((scale.At(0), scale.At(scale.Most)), Is.EqualTo((200, 0)));
        Assert.That(scale.Ticks(5), Has.Count.LessThanOrEqualTo(6).And.Ordered);
        Assert.That(scale.Ticks(5)[^1], Is.EqualTo(end));
    }

    private static TimeAxis Axis(TimeSpan length) => new(Begin, Begin + length, 76, 936);
}
