using IncidentBot.Web.Live;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.Replaying;
using IncidentBot.Web.Shells;
using IncidentBot.Web.Viewing;
using IncidentBot.Web.WarRoom;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Incidents;

/// <summary>Draws the list of incidents and the page of one.</summary>
internal sealed class IncidentPages(IncidentDesk desk, IncidentCatalog catalog, TimelinePages timelines, RoomItems items, RoomPages rooms, ReplayPages replays, Frames frames, PolicyBook policies, TimeProvider clock, Rendering.Drawing drawing)
{
    private const int PageSize = 50;

    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellation)
    {
        var (viewer, query) = (Viewer.Of(http)!, ListQuery.Of(http.Request.Query, clock.GetUtcNow()));
        var (found, more, behind) = await FindAsync(query, viewer, cancellation);
        return Html.Page(await drawing.DrawAsync<ListPage>(
            (nameof(ListPage.Frame), await frames.OfAsync(http, viewer, "incidents", cancellation)), (nameof(ListPage.Query), query),
            (nameof(ListPage.Incidents), found), (nameof(ListPage.More), more), (nameof(ListPage.Behind), behind)));
    }

    public async Task<string> TableAsync(ListQuery query, Person viewer, CancellationToken cancellation)
    {
        var (found, more, behind) = await FindAsync(query, viewer, cancellation);
        return await drawing.DrawAsync<IncidentTable>(
            (nameof(IncidentTable.Query), query), (nameof(IncidentTable.Incidents), found), (nameof(IncidentTable.More), more),
            (nameof(IncidentTable.Behind), behind), (nameof(IncidentTable.Command), policies.Current.Command));
    }

    public async Task<IResult> TimelineAsync(string id, HttpContext http, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(http)!;
        if (await IncidentAsync(id, viewer, cancellation) is not { } incident) return await rooms.MissingAsync(http, cancellation);
        var page = await PageAsync(incident, http.Request.Query, viewer, cancellation);
        return Html.Page(await drawing.DrawAsync<TimelinePageView>(
            (nameof(TimelinePageView.Frame), await frames.OfAsync(http, viewer, "incidents", cancellation)),
            (nameof(TimelinePageView.Incident), incident), (nameof(TimelinePageView.Page), page),
            (nameof(TimelinePageView.Replay), await replays.ModelAsync(incident, http.Request.Query, cancellation))));
    }

    /// <summary>Leads to the page of the timeline that holds the entry.</summary>
    public async Task<IResult> EntryAsync(string id, int number, HttpContext http, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(http)!;
        if (await IncidentAsync(id, viewer, cancellation) is not { } incident || await items.EntryAsync(incident.Id, number, cancellation) is not { } entry
            || !await desk.MayReadAsync(viewer, entry, cancellation))
            return await rooms.MissingAsync(http, cancellation);
        var show = entry.Event.Prominence == Prominence.Housekeeping ? TimelineShow.Everything : TimelineShow.All;
        return Results.LocalRedirect($"/incidents/{incident.Id}?show={show.Word()}&around={number}#e-{number}");
    }

    public async Task<TimelineView?> ViewAsync(string id, HttpContext http, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(http)!;
        var query = http.Request.Query;
        return await IncidentAsync(id, viewer, cancellation) is { } incident
            ? new TimelineView(incident, viewer, TimelineShows.Read(query["show"]), query["latest"] == "1", desk, timelines, policies, drawing)
            : null;
    }

    public ListView ListView(HttpContext http) => new(ListQuery.Of(http.Request.Query, clock.GetUtcNow()), Viewer.Of(http)!, this);

    private async ValueTask<Incident?> IncidentAsync(string id, Person viewer, CancellationToken cancellation) =>
        IncidentId.TryParse(id, out var named) ? await desk.FindAsync(named, viewer, cancellation) : null;

    private async ValueTask<TimelinePage> PageAsync(Incident incident, IQueryCollection query, Person viewer, CancellationToken cancellation)
    {
        var show = TimelineShows.Read(query["show"]);
        if (int.TryParse(query["after"], out var after) && after >= 0 && after < incident.Number) return await timelines.AfterAsync(incident, show, after, viewer, cancellation);
        if (int.TryParse(query["around"], out var around) && around >= 1 && around <= incident.Number && incident.Number - around >= PageSize)
            return await timelines.AfterAsync(incident, show, Math.Max(0, around - PageSize), viewer, cancellation);
        var before = int.TryParse(query["before"], out var given) && given >= 1 ? Math.Min(given, incident.Number + 1) : incident.Number + 1;
        return await timelines.BeforeAsync(incident, show, before, viewer, cancellation);
    }

    private async ValueTask<(IReadOnlyList<IncidentSummary> Found, bool More, Tally? Behind)> FindAsync(ListQuery query, Person viewer, CancellationToken cancellation)
    {
        var behind = await BehindAsync(query, viewer, cancellation);
        var filter = query.Figure is null ? query.Filter : query.Filter with { Among = behind?.Incidents.ToHashSet() ?? [] };
        var found = await catalog.ListAsync(filter, viewer, query.Before, PageSize + 1, cancellation);
        return (found.Count > PageSize ? [.. found.Take(PageSize)] : found, found.Count > PageSize, behind);
    }

    private async ValueTask<Tally?> BehindAsync(ListQuery query, Person viewer, CancellationToken cancellation) => query is { Figure: { } figure, Insights: { Faults.Count: 0 } insights }
        ? (await catalog.ReportAsync(insights.Filter, viewer, clock.GetUtcNow(), cancellation)).Find(figure)
        : null;
}
