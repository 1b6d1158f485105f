using IncidentBot.Web.Exports.Evidence;
using IncidentBot.Web.Viewing;
using IncidentBot.Web.WarRoom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.Exports;

/// <summary>Gives an incident's evidence bundle to who may see the incident.</summary>
internal static class BundleEndpoints
{
    public static void MapBundle(this IEndpointRouteBuilder app) => app.MapGet("/incidents/{id}/bundle.zip", GiveAsync);

    /// <summary>The bundle as a download, sent while it is made.</summary>
    public static IResult Download(Incident incident, EvidenceBundle bundle, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(stream => bundle.WriteAsync(incident, stream, http.RequestAborted), "application/zip", $"{incident.Id}-evidence.zip");
    }

    private static async Task<IResult> GiveAsync(string id, HttpContext http, IncidentDesk desk, EvidenceBundle bundle, RoomPages rooms, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(http)!;
        if (!IncidentId.TryParse(id, out var named) || await desk.FindAsync(named, viewer, cancellation) is not { } incident) return await rooms.MissingAsync(http, cancellation);
        await desk.TakeAwayAsync(incident, ExportFormat.Bundle.File(), viewer, "web", cancellation);
        return Download(incident, bundle, http);
    }
}
