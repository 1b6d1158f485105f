using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot;

/// <summary>Reads moments and spans as people type them. Times without a zone are UTC.</summary>
public static partial class Moments
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mm'Z'", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    /// <summary>What can be typed, for refusals.</summary>
    public const string Examples = "10:42, 2026-11-23 10:42, 20m ago, yesterday 10:42 or now (UTC)";

    /// <summary>Reads a moment; null when it cannot be read. A bare time is the latest one that is not more than a minute ahead.</summary>
    public static DateTimeOffset? Past(string text, DateTimeOffset now)
    {
        var words = text.Trim().ToLowerInvariant().Replace(" utc", "").Replace("utc", "");
        if (words is "now" or "just now") return now;
        if (words.EndsWith(" ago", StringComparison.Ordinal)) return Back(now, Span(words[..^4]));
        var day = words.StartsWith("yesterday", StringComparison.Ordinal) ? now.UtcDateTime.Date.AddDays(-1) : now.UtcDateTime.Date;
        var time = words.Replace("yesterday", "").Replace("today", "").Trim();
        if (TimeOnly.TryParseExact(time, ["H:mm", "HH:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
        {
            var moment = new DateTimeOffset(day + clock.ToTimeSpan(), TimeSpan.Zero);
            return moment > now.AddMinutes(1) && !words.StartsWith("today", StringComparison.Ordinal) ? moment.AddDays(-1) : moment;
        }
        return Exact(text.Trim());
    }

    /// <summary>Reads a due date: a date (its end), a moment, or a span from now (<c>3d</c>, <c>2w</c>); null when it cannot be read.</summary>
    public static DateTimeOffset? Due(string text, DateTimeOffset now)
    {
        var words = text.Trim().ToLowerInvariant();
        if (words == "today") return EndOf(now);
        if (words == "tomorrow") return EndOf(now.AddDays(1));
        if (Enum.TryParse<DayOfWeek>(words, ignoreCase: true, out var weekday) && !char.IsDigit(words[0]))
            return EndOf(now.AddDays(1 + ((int)weekday - (int)now.AddDays(1).UtcDateTime.DayOfWeek + 7) % 7));
        if (Span(words.StartsWith("in ", StringComparison.Ordinal) ? words[3..] : words) is { } span) return Ahead(now, span);
        return Exact(text.Trim()) is { } moment ? moment.TimeOfDay == TimeSpan.Zero ? EndOf(moment) : moment : null;
    }

    /// <summary>Reads a span: <c>30m</c>, <c>2h</c>, <c>1h30m</c>, <c>3d</c>, <c>2w</c>, a bare number is minutes; null when it cannot be read.</summary>
    public static TimeSpan? Span(string text)
    {
        var words = text.Trim().ToLowerInvariant().Replace(" ", "");
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)) return minutes <= 1_000_000 ? TimeSpan.FromMinutes(minutes) : null;
        if (words.Length is 0 or > 40 || SpanShape().Match(words) is not { Success: true } match) return null;
        var seconds = 0.0;
        for (var part = 0; part < match.Groups["count"].Captures.Count; part++)
            seconds += double.Parse(match.Groups["count"].Captures[part].Value, CultureInfo.InvariantCulture) * SecondsOf(match.Groups["unit"].Captures[part].Value);
        return seconds <= 3660.0 * 24 * 3600 ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static double SecondsOf(string unit) => unit[0] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 7 * 86_400 };

    private static DateTimeOffset? Back(DateTimeOffset now, TimeSpan? span) =>
        span is { } length && length < now - DateTimeOffset.UnixEpoch ? now - length : null;

    private static DateTimeOffset? Ahead(DateTimeOffset now, TimeSpan span) => DateTimeOffset.MaxValue - now > span ? now + span : null;

    private static DateTimeOffset EndOf(DateTimeOffset day) => new(day.UtcDateTime.Date.AddHours(23).AddMinutes(59), TimeSpan.Zero);

    private static DateTimeOffset? Exact(string text) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
        && moment.Year is >= 1970 and < 3000
            ? moment
            : null;

    [GeneratedRegex(@"^(?:(?<count>\d{1,7}(?:\.\d{1,3})?)(?<unit>seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w))+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpanShape();
}
