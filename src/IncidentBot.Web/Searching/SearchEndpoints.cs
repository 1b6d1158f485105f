using IncidentBot.Web.Live;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.Searching;

/// <summary>The page on which one looks for what people wrote.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder app)
    {
        app.MapGet("/search", (HttpContext http, SearchPages pages, CancellationToken cancellation) => pages.PageAsync(http, cancellation));
        app.MapGet("/search/events", (HttpContext http, LiveStreams streams) => streams.RunAsync(http, new SearchView(Viewer.Of(http)!), 0));
    }
}
