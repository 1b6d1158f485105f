namespace IncidentBot.Core.Tests;

public sealed class ReadingPeriods
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 23, 30, 0, TimeSpan.Zero);

    [TestCase("30d", "2026-10-26..2026-11-24", 30)]
    [TestCase("1D", "2026-11-24..2026-11-24", 1)]
    [TestCase("12w", "2026-09-02..2026-11-24", 84)]
    [TestCase("1y", "2025-11-25..2026-11-24", 365)]
    [TestCase("2026-01-01..2026-03-31", "2026-01-01..2026-03-31", 90)]
    [TestCase(" 2026-01-31 .. 2026-01-31 ", "2026-01-31..2026-01-31", 1)]
    public void They_are_whole_days_both_ends_included(string text, string period, int days)
    {
        Assert.That(Period.TryRead(text, Now, out var read, out _));
        Assert.That((read!.ToString(), read.Days), Is.EqualTo((period, days)));
    }

    [Test]
    public void Without_a_word_it_is_the_last_ninety_days() => Assert.That(Period.Customary(Now).ToString(), Is.EqualTo("2026-08-27..2026-11-24"));

    [TestCase("soon", "“soon” is no period that I can read. Use 30d, 12w, 1y or 2026-01-01..2026-03-31.")]
    [TestCase("", "“” is no period that I can read. Use 30d, 12w, 1y or 2026-01-01..2026-03-31.")]
    [TestCase("30m", "“30m” is no period that I can read. Use 30d, 12w, 1y or 2026-01-01..2026-03-31.")]
    [TestCase("-5d", "“-5d” is no period that I can read. Use 30d, 12w, 1y or 2026-01-01..2026-03-31.")]
    [TestCase("0d", "A period has at least one day and at most three years. Take a shorter one.")]
    [TestCase("4y", "A period has at least one day and at most three years. Take a shorter one.")]
    [TestCase("2020-01-01..2026-01-01", "A period has at least one day and at most three years. Take a shorter one.")]
    [TestCase("2026-03-31..2026-01-01", "The period ends on 2026-01-01, before it begins on 2026-03-31. Put the earlier day first.")]
    [TestCase("2026-02-30..2026-03-01", "“2026-02-30” is no day that I can read. Write days like 2026-01-31.")]
    [TestCase("2026-02-01..", "“” is no day that I can read. Write days like 2026-01-31.")]
    public void What_is_no_period_is_told(string text, string sentence)
    {
        Assert.That(Period.TryRead(text, Now, out _, out var fault), Is.False);
        Assert.That(fault, Is.EqualTo(sentence));
    }

    [Test]
    public void It_is_cut_into_the_weeks_of_ISO_8601()
    {
        var turn = new Period(new DateOnly(2026, 12, 25), new DateOnly(2027, 1, 4));
        Assert.That(turn.Weeks.Select(week => week.ToString()), Is.EqualTo(new[] { "2026-W52", "2026-W53", "2027-W01" }));
    }

    [Test]
    public void A_moment_belongs_to_its_day_in_UTC()
    {
        var day = new Period(new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 24));
        Assert.That(day.Holds(new DateTimeOffset(2026, 11, 25, 0, 30, 0, TimeSpan.FromHours(1))), Is.True);
        Assert.That(day.Holds(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero)), Is.False);
    }
}
