namespace IncidentBot;

/// <summary>Which incidents insights are about.</summary>
/// <param name="Period">Those that were declared in it.</param>
public sealed record InsightsFilter(Period Period)
{
    /// <summary>How long the name of a service may be.</summary>
    public const int LongestService = 60;

    /// <summary>Only those that were this bad at worst.</summary>
    public Severity? Peak { get; init; }

    /// <summary>Only this type.</summary>
    public IncidentType? Type { get; init; }

    /// <summary>Only those on this service.</summary>
    public string? Service { get; init; }

    /// <summary>
    /// True when the incident is one of them. A service is a detail: by it, incidents are only found by those who may see them.
    /// </summary>
    public bool Selects(IncidentSummary incident, Person viewer) =>
        Period.Holds(incident.DeclaredAt)
        && (Peak is not { } peak || incident.Peak == peak)
        && (Type is not { } type || incident.Type == type)
        && (Service is not { } service || (incident.MayBeSeenBy(viewer) && incident.Services.Contains(service, StringComparer.OrdinalIgnoreCase)));

    /// <summary>It in words: <c>90 days to 2026-11-24, SEV1 at worst, on checkout</c>.</summary>
    public string InWords => string.Join(", ", [
        $"{Words.Count(Period.Days, "day")} to {Period.To:yyyy-MM-dd}",
        .. Peak is { } peak ? [$"{peak} at worst"] : Array.Empty<string>(),
        .. Type is { } type ? [type.ToString().ToLowerInvariant()] : Array.Empty<string>(),
        .. Service is { } service ? [$"on {service}"] : Array.Empty<string>()]);

    /// <summary>The refusal of a service's name that is too long.</summary>
    public static string NoService(string name) => $"The service's name has {name.Length} characters; {LongestService} are allowed.";

    /// <summary>Its names and values as addresses write them.</summary>
    public IReadOnlyList<(string Name, string Value)> Written =>
    [
        ("period", Period.ToString()),
        .. Peak is { } peak ? [("severity", peak.ToString())] : Array.Empty<(string, string)>(),
        .. Type is { } type ? [("type", type.ToString().ToLowerInvariant())] : Array.Empty<(string, string)>(),
        .. Service is { } service ? [("service", service)] : Array.Empty<(string, string)>(),
    ];
}
