using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace IncidentBot.Web.Assets;

/// <summary>Serves the pages' own files. Nothing is fetched from another host.</summary>
internal static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder app) => app.MapGet("/assets/{**name}", Serve).ExcludeFromDescription();

    private static IResult Serve(string name, HttpContext http, AssetShelf shelf)
    {
        if (shelf.Find(name) is not { } asset) return Results.NotFound();
        // Always asked again, answered with 304: a new version of the program is a new version of its pages at once.
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var packed = http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (packed) http.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(packed ? asset.Brotli : asset.Bytes, asset.MediaType, entityTag: EntityTagHeaderValue.Parse(asset.Tag));
    }
}
