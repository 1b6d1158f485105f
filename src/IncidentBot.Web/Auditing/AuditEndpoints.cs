using IncidentBot.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.Auditing;

/// <summary>The audit's page and its files.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder app)
    {
        app.MapGet("/audit", (HttpContext http, AuditPages pages, CancellationToken cancellation) => pages.PageAsync(http, cancellation));
        app.MapGet("/audit/events", EventsAsync);
        foreach (var format in Enum.GetValues<AuditFormat>())
            app.MapGet($"/audit/{format.File()}", (HttpContext http, AuditPages pages, CancellationToken cancellation) => pages.FileAsync(format, http, cancellation));
    }

    private static async Task EventsAsync(HttpContext http, AuditPages pages, IncidentDesk desk, LiveStreams streams, CancellationToken cancellation)
    {
        if (await pages.AdminAsync(http, cancellation) is { } viewer) await streams.RunAsync(http, new AuditView(viewer, desk), 0);
        else http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
