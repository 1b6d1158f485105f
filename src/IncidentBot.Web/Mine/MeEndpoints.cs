using IncidentBot.Web.Live;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.Mine;

/// <summary>The page on which one sees who one is here.</summary>
internal static class MeEndpoints
{
    public static void MapMe(this IEndpointRouteBuilder app)
    {
        app.MapGet(PagePaths.Me, (HttpContext http, MePages pages, CancellationToken cancellation) => pages.PageAsync(http, cancellation));
        app.MapGet($"{PagePaths.Me}/events", (HttpContext http, MePages pages, LiveStreams streams) => streams.RunAsync(http, new MeView(Viewer.Of(http)!, pages), 0));
    }
}
