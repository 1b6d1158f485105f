using System.Globalization;
using IncidentBot.Ports;
using IncidentBot.Web.Api;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Searching;

/// <summary>What a search was asked for, as its address says it: the same for the page and the API.</summary>
/// <param name="Query">What is looked for.</param>
/// <param name="Before">Where the page before ended; null for the first.</param>
public sealed record SearchAsk(SearchQuery Query, SearchPlace? Before)
{
    /// <summary>What can be asked by.</summary>
    internal static readonly string[] Known = ["q", "incident", "severity", "stage", "type", "service", "person", "since", "until", "before"];

    /// <summary>Reads the address; what cannot be read is told.</summary>
    internal static SearchAsk Read(HttpRequest request, Queries queries, House house, Policy policy, DateTimeOffset now) => new(
        new SearchQuery(request.Query["q"].ToString())
        {
            In = queries.Incident("incident") is { } number ? new IncidentId(number) : null,
            Severity = queries.Severity("severity"),
            Stage = queries.Choice<Stage>("stage"),
            Type = queries.Choice<IncidentType>("type"),
            Service = queries.Text("service"),
            Person = queries.Text("person") is { } name ? queries.Named(name, house, policy) : null,
            Since = queries.Read<DateTimeOffset>("since", text => SearchMoments.Since(text, now), "a time like " + SearchMoments.Examples),
            Until = queries.Read<DateTimeOffset>("until", text => SearchMoments.Until(text, now), "a time like " + SearchMoments.Examples),
        },
        queries.Read("before", Place, "what the page before this one gave as next"));

    private static SearchPlace? Place(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? new SearchPlace(place) : null;
}
