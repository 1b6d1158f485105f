namespace IncidentBot.Web.WarRoom;

/// <summary>Finds rooms for people, and makes the views that draw them.</summary>
internal sealed class RoomViews(IncidentDesk desk, RoomItems items, PolicyBook policies, Rendering.Drawing drawing)
{
    /// <summary>The room, if there is one by that name and the viewer may see it.</summary>
    public async ValueTask<Incident?> FindAsync(string slug, Person viewer, CancellationToken cancellation) =>
        Rendering.RoomPath.TryParse(slug, out var id) ? await desk.FindAsync(id, viewer, cancellation) : null;

    public RoomView Of(Incident room, Person viewer) => new(room, viewer, desk, items, policies, drawing);
}
