using IncidentBot.Web.Live;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.Shells;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Web.WarRoom;

/// <summary>The rooms' pages, and what they ask for while they are open.</summary>
internal static class RoomEndpoints
{
    public static void MapRooms(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpContext http, RoomPages pages, CancellationToken cancellation) => pages.RoomAsync("general", http, cancellation));
        app.MapGet("/rooms/{room}", (string room, HttpContext http, RoomPages pages, CancellationToken cancellation) => pages.RoomAsync(room, http, cancellation));
        app.MapGet("/rooms/{room}/earlier", EarlierAsync);
        app.MapGet("/rooms/{room}/threads/{root:int}", ThreadAsync);
        app.MapGet("/rooms/{room}/events", EventsAsync);
    }

    private static async Task EventsAsync(string room, [FromQuery] int? after, [FromQuery] int? writes, HttpContext http, RoomViews views, LiveStreams streams, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(http)!;
        if (await views.FindAsync(room, viewer, cancellation) is { } found) await streams.RunAsync(http, views.Of(found, viewer, writes switch { 0 => false, 1 => true, _ => null }), after ?? 0);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static async Task<IResult> EarlierAsync(string room, [FromQuery] int before, HttpContext http, RoomViews views, RoomItems items, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(http)!;
        if (await views.FindAsync(room, viewer, cancellation) is not { } found) return Results.NotFound();
        var stretch = await items.BeforeAsync(found, Math.Clamp(before, 1, found.Number + 1), viewer, cancellation);
        var view = views.Of(found, viewer);
        var html = string.Concat(await Task.WhenAll(stretch.Items.Select(item => view.EntryAsync(item))));
        var more = await view.EarlierAsync(stretch);
        return Html.Pieces(Prepend(html), more.Length > 0 ? Partials.Morph("#earlier", more) : Partials.Remove("#earlier"));
    }

    private static async Task<IResult> ThreadAsync(string room, int root, HttpContext http, RoomViews views, RoomItems items, Rendering.Drawing drawing, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(http)!;
        if (await views.FindAsync(room, viewer, cancellation) is not { } found) return Results.NotFound();
        if (await items.ThreadAsync(found, root, viewer, cancellation) is not var (first, answers)) return Results.NotFound();
        return Html.Pieces(Partials.Fill("#thread", await drawing.DrawAsync<ThreadView>((nameof(ThreadView.Root), first), (nameof(ThreadView.Answers), answers))));
    }

    private static string Prepend(string html) => $"<hx-partial hx-target=\"#log\" hx-swap=\"afterbegin\">{html}</hx-partial>";
}
