using IncidentBot.Web.Live;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.Insights;

/// <summary>What many incidents come to.</summary>
internal static class InsightsEndpoints
{
    public static void MapInsights(this IEndpointRouteBuilder app)
    {
        app.MapGet("/insights", (HttpContext http, InsightsPages pages, CancellationToken cancellation) => pages.PageAsync(http, cancellation));
        app.MapGet("/insights/events", (HttpContext http, LiveStreams streams) => streams.RunAsync(http, new InsightsView(Viewer.Of(http)!), 0));
    }
}
