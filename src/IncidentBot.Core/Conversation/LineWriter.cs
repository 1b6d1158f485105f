namespace IncidentBot;

/// <summary>The one way in which the program itself writes a line: the incident always named, every value quoted.</summary>
public static class LineWriter
{
    /// <summary>The longest line that fits in a button of every chat (Slack allows 2,000 characters of value; we keep a margin).</summary>
    public const int LongestButton = 1_800;

    /// <summary>A line about an incident: <c>INC-1 severity sev2</c>.</summary>
    /// <param name="incident">Always named; the house is left out.</param>
    /// <param name="words">The verb and further bare words of the program's own.</param>
    public static string Line(IncidentId incident, params IReadOnlyList<string> words)
        => string.Join(' ', incident.IsHouse ? words : [incident.ToString(), .. words]);

    /// <summary>The value in double quotes, with quotes and backslashes inside escaped.</summary>
    public static string Quote(string value) => $"\"{value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
