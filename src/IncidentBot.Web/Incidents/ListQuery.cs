using IncidentBot.Web.Insights;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Incidents;

/// <summary>What the list of incidents was asked for, as its address says it.</summary>
public sealed record ListQuery(string Show, Severity? Severity, Stage? Stage, IncidentType? Type, string Text, long? Before)
{
    private const int LongestText = 100;

    /// <summary>Only drills, no drills, or (null) both.</summary>
    public bool? Drills { get; init; }

    /// <summary>Only the incidents behind this number of the insights; null for all.</summary>
    public string? Figure { get; init; }

    /// <summary>The insights that the number is of.</summary>
    public InsightsQuery? Insights { get; init; }

    /// <summary>Reads the address; what cannot be read counts as not said. With a figure, it means the incidents behind that and nothing else.</summary>
    public static ListQuery Of(IQueryCollection query, DateTimeOffset now) => query["figure"].ToString() is { Length: > 0 } figure
        ? new ListQuery("all", null, null, null, "", BeforeIn(query)) { Figure = figure, Insights = InsightsQuery.Of(query, now) }
        : Of(query);

    private static ListQuery Of(IQueryCollection query) => new(
        query["show"].ToString() is "open" or "ended" ? query["show"].ToString() : "all",
        IncidentBot.Severity.TryParse(query["severity"], out var severity) ? severity : null,
        Enum.TryParse<Stage>(query["stage"], ignoreCase: true, out var stage) && Enum.IsDefined(stage) && !Digits(query["stage"]) ? stage : null,
        Enum.TryParse<IncidentType>(query["type"], ignoreCase: true, out var type) && Enum.IsDefined(type) && !Digits(query["type"]) ? type : null,
        query["text"].ToString() is { Length: <= LongestText } text ? text.Trim() : "",
        BeforeIn(query))
    {
        Drills = query["drills"].ToString() switch { "hidden" => false, "only" => true, _ => null },
    };

    /// <summary>What the catalog is asked for.</summary>
    public IncidentFilter Filter => new()
    {
        Open = Show switch { "open" => true, "ended" => false, _ => null },
        Severity = Severity,
        Stage = Stage,
        Type = Type,
        Drill = Drills,
        Text = Text.Length > 0 ? Text : null,
    };

    /// <summary>True when anything narrows the list.</summary>
    public bool Narrows => Show != "all" || Severity is not null || Stage is not null || Type is not null || Drills is not null || Text.Length > 0;

    /// <summary>The address's query, for another place in the same list.</summary>
    public string QueryString(long? before) => QueryString(
    [
        .. Figure is null ? Own : [("figure", Figure), .. Insights!.Filter.Written.Select(part => (part.Name, (string?)part.Value))],
        ("before", before?.ToString()),
    ]);

    private IEnumerable<(string Name, string? Value)> Own =>
    [
        ("show", Show == "all" ? null : Show), ("severity", Severity?.ToString()), ("stage", Stage?.ToString()), ("type", Type?.ToString()),
        ("drills", Drills switch { true => "only", false => "hidden", null => null }), ("text", Text.Length > 0 ? Text : null),
    ];

    private static long? BeforeIn(IQueryCollection query) => long.TryParse(query["before"], out var before) && before > 0 ? before : null;

    private static string QueryString(params IEnumerable<(string Name, string? Value)> parts) =>
        "?" + string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));

    private static bool Digits(string? text) => text is { Length: > 0 } && (char.IsDigit(text[0]) || text[0] is '-' or '+');
}
