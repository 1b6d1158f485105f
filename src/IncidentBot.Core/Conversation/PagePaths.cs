namespace IncidentBot;

/// <summary>Where the pages are, as paths on this server: what a <see cref="Link"/> leads to.</summary>
public static class PagePaths
{
    /// <summary>Who one is, and which of one's identities count as one.</summary>
    public const string Me = "/me";

    /// <summary>The incident's page with its timeline.</summary>
    public static string Incident(IncidentId id) => $"/incidents/{id}";

    /// <summary>One entry in its place on the timeline.</summary>
    public static string Entry(IncidentId id, int number) => $"/incidents/{id}/entries/{number}";

    /// <summary>The incident's page, as it was known just after an entry.</summary>
    public static string Replay(IncidentId id, int number) => $"/incidents/{id}?at=%23{number}";

    /// <summary>The incident's review.</summary>
    public static string Review(IncidentId id) => $"/incidents/{id}/review";

    /// <summary>The incident as a file.</summary>
    public static string Export(IncidentId id, ExportFormat format) => $"/incidents/{id}/{format.File()}";

    /// <summary>Who has signed in.</summary>
    public const string People = "/people";

    /// <summary>The insights into a selection of incidents.</summary>
    public static string Insights(InsightsFilter filter) => "/insights?" + Query(filter.Written);

    /// <summary>The list of the incidents behind a number of the insights.</summary>
    public static string Behind(Tally tally, InsightsFilter filter) => "/incidents?" + Query([("figure", tally.Key), .. filter.Written]);

    /// <summary>What waits to be done outside.</summary>
    public const string Waiting = "/waiting";

    /// <summary>The tokens of programs, for admins.</summary>
    public const string Tokens = "/tokens";

    /// <summary>The audit, for admins.</summary>
    public const string Audit = "/audit";

    private static string Query(IEnumerable<(string Name, string Value)> parts) => string.Join('&', parts.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
}
