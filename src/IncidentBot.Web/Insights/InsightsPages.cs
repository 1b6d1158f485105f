using IncidentBot.Web.Rendering;
using IncidentBot.Web.Shells;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Insights;

/// <summary>Draws the page of insights.</summary>
internal sealed class InsightsPages(IncidentCatalog catalog, Frames frames, TimeProvider clock, Rendering.Drawing drawing)
{
    public async Task<IResult> PageAsync(HttpContext http, CancellationToken cancellation)
    {
        var (viewer, now) = (Viewer.Of(http)!, clock.GetUtcNow());
        var query = InsightsQuery.Of(http.Request.Query, now);
        var report = await catalog.ReportAsync(query.Filter, viewer, now, cancellation);
        return Html.Page(await drawing.DrawAsync<InsightsPage>(
            (nameof(InsightsPage.Frame), await frames.OfAsync(http, viewer, "insights", cancellation)),
            (nameof(InsightsPage.Report), report), (nameof(InsightsPage.Faults), query.Faults)));
    }
}
