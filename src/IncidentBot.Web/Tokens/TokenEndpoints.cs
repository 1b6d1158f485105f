using IncidentBot.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.Tokens;

/// <summary>The page of the tokens. What is done there is said as lines.</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this IEndpointRouteBuilder app)
    {
        app.MapGet("/tokens", (HttpContext http, TokenPages pages, CancellationToken cancellation) => pages.PageAsync(http, cancellation));
        app.MapGet("/tokens/events", EventsAsync);
        app.MapGet("/tokens/{id}/revoke", (string id, HttpContext http, TokenPages pages, CancellationToken cancellation) => pages.AskAsync(id, http, cancellation));
    }

    private static async Task EventsAsync(HttpContext http, TokenPages pages, IncidentDesk desk, LiveStreams streams, CancellationToken cancellation)
    {
        if (await pages.AdminAsync(http, cancellation) is { } viewer) await streams.RunAsync(http, new TokensView(viewer, pages, desk), 0);
        else http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
