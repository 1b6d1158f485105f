using IncidentBot.Web.Live;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.Incidents;

/// <summary>The list of incidents and the page of one.</summary>
internal static class IncidentEndpoints
{
    private const int MostAsked = 500;

    public static void MapIncidents(this IEndpointRouteBuilder app)
    {
        app.MapGet("/incidents", (HttpContext http, IncidentPages pages, CancellationToken cancellation) => pages.ListAsync(http, cancellation));
        app.MapGet("/incidents/events", (HttpContext http, IncidentPages pages, LiveStreams streams) => streams.RunAsync(http, pages.ListView(http), 0));
        app.MapGet("/incidents/visible", VisibleAsync);
        app.MapGet("/incidents/{id}", (string id, HttpContext http, IncidentPages pages, CancellationToken cancellation) => pages.TimelineAsync(id, http, cancellation));
        app.MapGet("/incidents/{id}/entries/{number:int}", (string id, int number, HttpContext http, IncidentPages pages, CancellationToken cancellation) => pages.EntryAsync(id, number, http, cancellation));
        app.MapGet("/incidents/{id}/events", EventsAsync);
    }

    // A page that was away asks which of the incidents that it shows it may still show.
    private static async Task<IResult> VisibleAsync([FromQuery] string? of, HttpContext http, IncidentDesk desk, CancellationToken cancellation)
    {
        var visible = new List<IncidentId>();
        foreach (var word in (of ?? "").Split(',', MostAsked + 1).Take(MostAsked))
            if (IncidentId.TryParse(word, out var id) && await desk.GlimpseAsync(id, Viewer.Of(http)!, cancellation) is not null) visible.Add(id);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Text(string.Join(' ', visible));
    }

    private static async Task EventsAsync(string id, [FromQuery] int? after, HttpContext http, IncidentPages pages, LiveStreams streams, CancellationToken cancellation)
    {
        if (await pages.ViewAsync(id, http, cancellation) is { } view) await streams.RunAsync(http, view, after ?? 0);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
