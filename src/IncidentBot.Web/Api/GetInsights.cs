using IncidentBot.Web.Insights;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Api;

/// <summary><c>GET /api/insights</c>: what the incidents of a period come to.</summary>
internal static class GetInsights
{
    public static async Task<IResult> HandleAsync(HttpRequest request, IncidentCatalog catalog, TimeProvider clock, CancellationToken cancellation)
    {
        var (faults, now) = (new Faults(), clock.GetUtcNow());
        var viewer = new Queries(request, faults, [.. InsightsQuery.Names, "by"]).Viewer();
        var query = InsightsQuery.Of(request.Query, now);
        foreach (var fault in query.Faults) faults.Add(fault);
        return faults.None
            ? TypedResults.Ok(InsightsView.Of(await catalog.ReportAsync(query.Filter, viewer, now, cancellation)))
            : faults.Answer();
    }
}
