using System.Globalization;

namespace IncidentBot;

/// <summary>Small turns of phrase that sentences share.</summary>
public static class Words
{
    /// <summary>" because …", or nothing.</summary>
    public static string Because(string? reason) => string.IsNullOrWhiteSpace(reason) ? "" : $", because {reason.Trim().TrimEnd('.')}";

    /// <summary>"a, b and c".</summary>
    public static string Join(IEnumerable<string> parts)
    {
        var all = parts.ToList();
        return all.Count < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + " and " + all[^1];
    }

    /// <summary>The stage as people say it: <c>containment</c>.</summary>
    public static string Word(this Stage stage) => stage.ToString().ToLowerInvariant();

    /// <summary>A moment in words, in UTC: <c>2026-11-23 10:42 UTC</c>.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A moment in words, in UTC, with its seconds where it has any: <c>2026-11-23 10:42:07 UTC</c>.</summary>
    public static string Second(DateTimeOffset moment) => moment.Second == 0 ? Moment(moment) : moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A span in words: <c>1 h 20 min</c>, <c>3 d</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalHours: < 1 } => $"{span.Minutes} min",
        { TotalDays: < 2 } when span.Minutes == 0 => $"{(int)span.TotalHours} h",
        { TotalDays: < 2 } => $"{(int)span.TotalHours} h {span.Minutes} min",
        _ => $"{(int)span.TotalDays} d",
    };

    /// <summary>A span in two units at most, for figures: <c>40 s</c>, <c>12 min</c>, <c>3 d 4 h</c>.</summary>
    public static string Figure(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => $"{span.Seconds} s",
        { TotalDays: >= 2 } when span.Hours > 0 => $"{(int)span.TotalDays} d {span.Hours} h",
        _ => Span(span),
    };

    /// <summary>A size in words: <c>34 KB</c>, <c>1.2 MB</c>.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => $"{bytes / 1024.0:0.#} KB",
        _ => $"{bytes / 1024.0 / 1024.0:0.#} MB",
    };

    /// <summary>A count with its noun: <c>1 message</c>, <c>2 messages</c>.</summary>
    public static string Count(int count, string noun) => Count(count, noun, noun + "s");

    /// <summary>A count with a noun of its own plural: <c>1 entry</c>, <c>2 entries</c>.</summary>
    public static string Count(int count, string noun, string plural) => count == 1 ? $"1 {noun}" : $"{count} {plural}";

    /// <summary>The text on one line, its words parted by single spaces.</summary>
    public static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text on one line, shortened with an ellipsis where it is longer.</summary>
    public static string Brief(string text, int longest = 140)
    {
        var line = OnOneLine(text);
        if (line.Length <= longest) return line;
        var end = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        return line[..end].TrimEnd() + "…";
    }
}
