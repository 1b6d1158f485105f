using IncidentBot.Web.Api;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.Shells;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Searching;

/// <summary>Draws the page on which one looks for what people wrote.</summary>
internal sealed class SearchPages(IncidentSearch search, IncidentDesk desk, PolicyBook policies, Frames frames, TimeProvider clock, Rendering.Drawing drawing)
{
    private const int PageSize = 20;

    public async Task<IResult> PageAsync(HttpContext http, CancellationToken cancellation)
    {
        var (viewer, faults) = (Viewer.Of(http)!, new Faults());
        var ask = SearchAsk.Read(http.Request, new Queries(http.Request, faults, SearchAsk.Known), await desk.HouseAsync(cancellation), policies.Current, clock.GetUtcNow());
        var isAsked = ask.Query.Text.Length > 0;
        if (faults.None && isAsked && ask.Query.Fault is { } fault) faults.Add(fault);
        var answer = isAsked && faults.None ? await search.FindAsync(ask.Query, viewer, ask.Before, PageSize, cancellation) : null;
        return Html.Page(
            await drawing.DrawAsync<SearchPageView>(
                (nameof(SearchPageView.Frame), await frames.OfAsync(http, viewer, SearchView.Name, cancellation)),
                (nameof(SearchPageView.Ask), ask), (nameof(SearchPageView.Typed), http.Request.Query),
                (nameof(SearchPageView.Fault), faults.None ? null : faults.Sentence), (nameof(SearchPageView.Answer), answer)),
            faults.None ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}
