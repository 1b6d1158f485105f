using IncidentBot.Ports;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.WarRoom;

/// <summary>Gives files back: as downloads only, to those who may see where they were shared.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder app) => app.MapGet("/files/{sha256}", GiveAsync);

    private static async Task<IResult> GiveAsync(
        string sha256, [FromQuery] string? room, [FromQuery] int? entry, HttpContext http, RoomViews views, RoomItems items, IFileStore files, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(http)!;
        if (await views.FindAsync(room ?? "", viewer, cancellation) is not { } found) return Results.NotFound();
        if (await items.EntryAsync(found.Id, entry ?? 0, cancellation) is not { Event: FileShared shared } || shared.Sha256 != sha256) return Results.NotFound();
        if (await files.OpenAsync(sha256, cancellation) is not { } content) return Results.NotFound();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-store";
        // Whatever the upload says it is: a browser of ours never shows it.
        return Results.Stream(content, "application/octet-stream", shared.Name);
    }
}
