using System.Globalization;

namespace IncidentBot;

/// <summary>Reads the two ends of a stretch of time as people type them.</summary>
public static class SearchMoments
{
    /// <summary>What can be typed, for refusals.</summary>
    public const string Examples = "10:42, 2026-11-23, 2026-11-23 10:42, yesterday 10:42, 2h or 3d (UTC)";

    /// <summary>The beginning: a moment, a day's first one, or a span back from now; null when it cannot be read.</summary>
    public static DateTimeOffset? Since(string text, DateTimeOffset now) => Moments.Past(text, now) ?? Back(text, now);

    /// <summary>The end: a moment, a day's last one, or a span back from now; null when it cannot be read.</summary>
    public static DateTimeOffset? Until(string text, DateTimeOffset now) => Since(text, now) is not { } end ? null : IsDay(text) ? end.AddDays(1).AddTicks(-1) : end;

    private static DateTimeOffset? Back(string text, DateTimeOffset now) =>
        Moments.Span(text) is { } span && span < now - DateTimeOffset.UnixEpoch ? now - span : null;

    private static bool IsDay(string text) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
