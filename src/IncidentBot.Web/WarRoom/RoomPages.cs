using IncidentBot.Web.Rendering;
using IncidentBot.Web.Shells;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.WarRoom;

/// <summary>Draws whole pages of rooms, and the page that says there is none.</summary>
internal sealed class RoomPages(RoomViews views, RoomItems items, Frames frames, Verbs verbs, Invitation invitation, Rendering.Drawing drawing)
{
    public async Task<IResult> RoomAsync(string slug, HttpContext http, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(http)!;
        if (await views.FindAsync(slug, viewer, cancellation) is not { } room) return await MissingAsync(http, cancellation);
        var frame = await frames.OfAsync(http, viewer, RoomPath.Slug(room.Id), cancellation);
        var stretch = await items.BeforeAsync(room, room.Number + 1, viewer, cancellation);
        return Html.Page(await drawing.DrawAsync<RoomPage>(
            (nameof(RoomPage.Frame), frame), (nameof(RoomPage.Room), room), (nameof(RoomPage.Stretch), stretch), (nameof(RoomPage.Verbs), verbs), (nameof(RoomPage.Invitation), invitation)));
    }

    /// <summary>The same page for what does not exist and for what one may not see.</summary>
    public async Task<IResult> MissingAsync(HttpContext http, CancellationToken cancellation)
    {
        var frame = await frames.OfAsync(http, Viewer.Of(http)!, "", cancellation);
        return Html.Page(await drawing.DrawAsync<MissingPage>((nameof(MissingPage.Frame), frame)), StatusCodes.Status404NotFound);
    }
}
