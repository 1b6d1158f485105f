using IncidentBot.Web.Messages;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.Shells;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Mine;

/// <summary>Draws who one is here: the same card that the line <c>me</c> is answered with.</summary>
internal sealed class MePages(IncidentDesk desk, Frames frames, Rendering.Drawing drawing)
{
    private const string Web = "web";

    public async Task<IResult> PageAsync(HttpContext http, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(http)!;
        return Html.Page(await drawing.DrawAsync<MePage>(
            (nameof(MePage.Frame), await frames.OfAsync(http, viewer, MeView.Name, cancellation)), (nameof(MePage.Card), await CardAsync(viewer, cancellation))));
    }

    public async Task<string> DrawAsync(Person viewer, CancellationToken cancellation) =>
        await drawing.DrawAsync<CardView>((nameof(CardView.Message), await CardAsync(viewer, cancellation)), (nameof(CardView.Room), IncidentId.House));

    private async Task<Message> CardAsync(Person viewer, CancellationToken cancellation) =>
        (await desk.HearAsync(new Heard("me", viewer, Web, IncidentId.House), cancellation)).Card!;
}
