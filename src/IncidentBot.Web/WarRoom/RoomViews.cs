using IncidentBot.Ports;

namespace IncidentBot.Web.WarRoom;

/// <summary>Finds rooms for people, and makes the views that draw them.</summary>
internal sealed class RoomViews(IncidentDesk desk, RoomItems items, PolicyBook policies, IWaiting waiting, Verbs verbs, Rendering.Drawing drawing)
{
    /// <summary>The room, if there is one by that name and the viewer may see it.</summary>
    public async ValueTask<Incident?> FindAsync(string slug, Person viewer, CancellationToken cancellation) =>
        Rendering.RoomPath.TryParse(slug, out var id) ? await desk.FindAsync(id, viewer, cancellation) : null;

    /// <summary>The view of a room.</summary>
    /// <param name="room">The room.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="writes">Whether the page has a place to write; null when it does not say.</param>
    public RoomView Of(Incident room, Person viewer, bool? writes = null) => new(room, viewer, writes, desk, items, policies, waiting, verbs, drawing);
}
