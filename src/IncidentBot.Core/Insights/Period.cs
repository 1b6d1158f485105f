using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IncidentBot;

/// <summary>A stretch of whole days, in UTC: an incident belongs to the one in which it was declared.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
public sealed record Period(DateOnly From, DateOnly To)
{
    /// <summary>What can be typed, for refusals.</summary>
    public const string Examples = "30d, 12w, 1y or 2026-01-01..2026-03-31";

    private const int LongestDays = 3 * 366;
    private const int CustomaryDays = 90;
    private const string Day = "yyyy-MM-dd";

    /// <summary>How many days it has.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>True for a moment within it.</summary>
    public bool Holds(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime) is var day && day >= From && day <= To;

    /// <summary>The weeks that it touches, in order.</summary>
    public IEnumerable<Week> Weeks
    {
        get
        {
            for (var week = Week.Of(From); week.Monday <= To; week = week.Next) yield return week;
        }
    }

    /// <summary>The last ninety days: what is looked at when nobody says otherwise.</summary>
    public static Period Customary(DateTimeOffset now) => Back(CustomaryDays, now);

    /// <summary>Reads <c>30d</c>, <c>12w</c>, <c>1y</c> (up to today) or <c>2026-01-01..2026-03-31</c>; what cannot be read is told in a sentence.</summary>
    public static bool TryRead(string text, DateTimeOffset now, [NotNullWhen(true)] out Period? period, [NotNullWhen(false)] out string? fault)
    {
        var words = text.Trim().ToLowerInvariant();
        if (words.Split("..") is [var from, var to]) return TryRead(from, to, out period, out fault);
        period = DaysIn(words) is { } days and > 0 and <= LongestDays ? Back(days, now) : null;
        fault = period is not null ? null : DaysIn(words) is null ? NoPeriod(text) : TooLong;
        return period is not null;
    }

    /// <summary>Reads the first and the last day; what cannot be read is told in a sentence.</summary>
    public static bool TryRead(string from, string to, [NotNullWhen(true)] out Period? period, [NotNullWhen(false)] out string? fault)
    {
        period = null;
        fault = (DayIn(from), DayIn(to)) switch
        {
            (null, _) => NoDay(from),
            (_, null) => NoDay(to),
            ({ } first, { } last) when last < first => $"The period ends on {last.ToString(Day)}, before it begins on {first.ToString(Day)}. Put the earlier day first.",
            ({ } first, { } last) when last.DayNumber - first.DayNumber >= LongestDays => TooLong,
            ({ } first, { } last) => Found(new Period(first, last), out period),
        };
        return period is not null;
    }

    /// <summary>How addresses and lines write it.</summary>
    public override string ToString() => $"{From.ToString(Day)}..{To.ToString(Day)}";

    private const string TooLong = "A period has at least one day and at most three years. Take a shorter one.";

    private static string NoPeriod(string text) => $"“{Words.Brief(text, 40)}” is no period that I can read. Use {Examples}.";

    private static string NoDay(string text) => $"“{Words.Brief(text, 40)}” is no day that I can read. Write days like 2026-01-31.";

    private static string? Found(Period found, out Period? period)
    {
        period = found;
        return null;
    }

    private static Period Back(int days, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return new Period(today.AddDays(1 - days), today);
    }

    private static DateOnly? DayIn(string text) =>
        DateOnly.TryParseExact(text.Trim(), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1970 and < 3000 ? day : null;

    private static int? DaysIn(string words) =>
        words.Length is >= 2 and <= 6 && int.TryParse(words[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? words[^1] switch { 'd' => count, 'w' => count * 7, 'y' => count * 365, _ => null }
            : null;
}

/// <summary>A week as ISO 8601 counts them: from Monday, the first of a year being the one with its first Thursday.</summary>
/// <param name="Monday">Its first day.</param>
public readonly record struct Week(DateOnly Monday)
{
    /// <summary>The week that a day is in.</summary>
    public static Week Of(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    /// <summary>The one after it.</summary>
    public Week Next => new(Monday.AddDays(7));

    /// <inheritdoc/>
    public override string ToString() => $"{ISOWeek.GetYear(Monday.ToDateTime(default))}-W{ISOWeek.GetWeekOfYear(Monday.ToDateTime(default)):00}";
}
