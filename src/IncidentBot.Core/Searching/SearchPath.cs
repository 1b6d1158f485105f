namespace IncidentBot;

/// <summary>Where search stands among the pages.</summary>
public static class SearchPath
{
    /// <summary>The page of finds for what is looked for.</summary>
    public static string Of(SearchQuery query, Ports.SearchPlace? before = null)
    {
        IEnumerable<(string Name, string? Value)> parts =
        [
            ("q", query.Text), ("incident", query.In?.ToString()), ("severity", query.Severity?.ToString().ToLowerInvariant()), ("stage", query.Stage?.Word()),
            ("type", query.Type?.ToString().ToLowerInvariant()), ("service", query.Service), ("person", query.Person is { } person ? "@" + person.Id.Handle : null),
            ("since", Moment(query.Since)), ("until", Moment(query.Until)), ("before", before?.Value.ToString()),
        ];
        return "/search?" + string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
    }

    /// <summary>An entry's place on its timeline.</summary>
    public static string Entry(IncidentId incident, int number) => $"/incidents/{incident}/entries/{number}";

    private static string? Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
