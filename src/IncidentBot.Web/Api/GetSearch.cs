using IncidentBot.Web.Searching;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Api;

/// <summary><c>GET /api/search</c>: what people wrote, by its words.</summary>
internal static class GetSearch
{
    private const int Customary = 20;
    private const int Most = 50;

    public static async Task<IResult> HandleAsync(HttpRequest request, IncidentSearch search, IncidentDesk desk, PolicyBook policies, TimeProvider clock, CancellationToken cancellation)
    {
        var faults = new Faults();
        var queries = new Queries(request, faults, [.. SearchAsk.Known, "take", "by"]);
        var ask = SearchAsk.Read(request, queries, await desk.HouseAsync(cancellation), policies.Current, clock.GetUtcNow());
        var (take, viewer) = (queries.Number("take", 1, Most, Customary), queries.Viewer());
        if (faults.None && ask.Query.Fault is { } fault) faults.Add(fault);
        if (!faults.None) return faults.Answer();

        var answer = await search.FindAsync(ask.Query, viewer, ask.Before, take, cancellation);
        return TypedResults.Ok(new SearchPage([.. answer.Hits.Select(SearchHitView.Of)], answer.Next?.Value.ToString(), answer.Built));
    }
}

/// <summary>A page of what was found, the most worth first and the newest first among equals.</summary>
/// <param name="Hits">What was found.</param>
/// <param name="Next">What to ask for next (before); null at the end.</param>
/// <param name="Built">How much of the timeline the index holds, in percent, while it is still being built; null when it holds all.</param>
internal sealed record SearchPage(IReadOnlyList<SearchHitView> Hits, string? Next, int? Built);

/// <summary>An entry that was found.</summary>
/// <param name="Incident">The incident as it stands.</param>
/// <param name="Entry">The entry's number on its timeline.</param>
/// <param name="Kind">What kind of event it is.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Excerpt">Its words around what was looked for.</param>
/// <param name="Path">Its place on the timeline's page.</param>
internal sealed record SearchHitView(
    SearchedIncident Incident, int Entry, string Kind, string By, DateTimeOffset OccurredAt, IReadOnlyList<SearchPiece> Excerpt, string Path)
{
    public static SearchHitView Of(SearchHit hit) => new(
        new SearchedIncident(hit.Incident.Id.ToString(), hit.Incident.Title, hit.Incident.Severity.ToString(), hit.Incident.Stage.Word(), hit.Incident.Private),
        hit.Entry.Number, StoredEvents.KindOf(hit.Entry.Event), hit.Entry.By.Name, hit.Entry.OccurredAt,
        [.. hit.Excerpt.Pieces.Select(piece => new SearchPiece(piece.Text, piece.IsMatch))], SearchPath.Entry(hit.Incident.Id, hit.Entry.Number));
}

/// <summary>The incident that an entry is on.</summary>
internal sealed record SearchedIncident(string Id, string Title, string Severity, string Stage, bool Private);

/// <summary>A piece of an excerpt.</summary>
/// <param name="Text">The words.</param>
/// <param name="Match">True when they are what was looked for.</param>
internal sealed record SearchPiece(string Text, bool Match);
