using IncidentBot.Web.Live;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.Promises;

/// <summary>The page of what waits to be done outside.</summary>
internal static class WaitingEndpoints
{
    public static void MapWaiting(this IEndpointRouteBuilder app)
    {
        app.MapGet(PagePaths.Waiting, (HttpContext http, WaitingPages pages, CancellationToken cancellation) => pages.PageAsync(http, cancellation));
        app.MapGet($"{PagePaths.Waiting}/events", (HttpContext http, WaitingPages pages, LiveStreams streams) => streams.RunAsync(http, new WaitingView(Viewer.Of(http)!, pages), 0));
    }
}
