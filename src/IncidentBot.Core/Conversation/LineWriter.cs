namespace IncidentBot;

/// <summary>The one way in which the program itself writes a line: the incident always named, every value quoted.</summary>
public static class LineWriter
{
    /// <summary>A line about an incident: <c>INC-1 severity sev2</c>.</summary>
    /// <param name="incident">Always named; the house is left out.</param>
    /// <param name="words">The verb and further bare words of the program's own.</param>
    public static string Line(IncidentId incident, params IReadOnlyList<string> words)
        => string.Join(' ', incident.IsHouse ? words : [incident.ToString(), .. words]);

    /// <summary>The value in double quotes, with quotes and backslashes inside escaped.</summary>
    public static string Quote(string value) => $"\"{value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
