using IncidentBot.Ports;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.Shells;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Promises;

/// <summary>Draws what waits to be done outside: for whom, since when, and why. Of incidents that one may not see nothing waits.</summary>
internal sealed class WaitingPages(IWaiting waiting, IEnumerable<IChat> chats, IncidentDesk desk, Shelf shelf, Frames frames, Rendering.Drawing drawing)
{
    private readonly IReadOnlyList<IKnowsItsStanding> chats = [.. chats.OfType<IKnowsItsStanding>()];

    public async Task<IResult> PageAsync(HttpContext http, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(http)!;
        return Html.Page(await drawing.DrawAsync<WaitingPage>(
            (nameof(WaitingPage.Frame), await frames.OfAsync(http, viewer, WaitingView.Name, cancellation)), (nameof(WaitingPage.List), await ListAsync(viewer, cancellation))));
    }

    public async Task<string> BodyAsync(Person viewer, CancellationToken cancellation) =>
        await drawing.DrawAsync<WaitingBody>((nameof(WaitingBody.List), await ListAsync(viewer, cancellation)));

    private async ValueTask<WaitingList> ListAsync(Person viewer, CancellationToken cancellation)
    {
        var seen = new List<WaitingPromise>();
        foreach (var promises in waiting.All.GroupBy(promise => promise.Id.Incident))
            if (promises.Key.IsHouse || await desk.GlimpseAsync(promises.Key, viewer, cancellation) is not null) seen.AddRange(promises);
        return new WaitingList(
            [.. seen.OrderBy(promise => promise.Since).GroupBy(promise => promise.Destination).Select(place => new WaitingPlace(place.Key, StandingOf(place.Key), [.. place]))],
            [.. shelf.AtHand.Where(incident => Visibility.MaySee(viewer, incident)).OrderBy(incident => incident.Id)
                .SelectMany(incident => incident.BrokenPromises.Values.OrderBy(broken => broken.BrokenBy).Select(broken => new BrokenLine(incident, broken)))]);
    }

    private ChatStanding? StandingOf(string destination) => chats.FirstOrDefault(chat => chat.Name == destination)?.Standing;
}
