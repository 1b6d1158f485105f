using IncidentBot.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.Incidents;

/// <summary>The list of incidents and the page of one.</summary>
internal static class IncidentEndpoints
{
    public static void MapIncidents(this IEndpointRouteBuilder app)
    {
        app.MapGet("/incidents", (HttpContext http, IncidentPages pages, CancellationToken cancellation) => pages.ListAsync(http, cancellation));
        app.MapGet("/incidents/events", (HttpContext http, IncidentPages pages, LiveStreams streams) => streams.RunAsync(http, pages.ListView(http), 0));
        app.MapGet("/incidents/{id}", (string id, HttpContext http, IncidentPages pages, CancellationToken cancellation) => pages.TimelineAsync(id, http, cancellation));
        app.MapGet("/incidents/{id}/entries/{number:int}", (string id, int number, HttpContext http, IncidentPages pages, CancellationToken cancellation) => pages.EntryAsync(id, number, http, cancellation));
        app.MapGet("/incidents/{id}/events", EventsAsync);
    }

    private static async Task EventsAsync(string id, [FromQuery] int? after, HttpContext http, IncidentPages pages, LiveStreams streams, CancellationToken cancellation)
    {
        if (await pages.ViewAsync(id, http, cancellation) is { } view) await streams.RunAsync(http, view, after ?? 0);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
