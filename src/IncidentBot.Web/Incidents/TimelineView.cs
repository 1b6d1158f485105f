using IncidentBot.Web.Live;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.WarRoom;

namespace IncidentBot.Web.Incidents;

/// <summary>Keeps an incident's page alive.</summary>
internal sealed class TimelineView(
    Incident incident, Person viewer, TimelineShow show, bool latest, IncidentDesk desk, TimelinePages pages, PolicyBook policies, Rendering.Drawing drawing) : LiveView(viewer)
{
    private Incident incident = incident;

    public override IncidentId? Stream => incident.Id;

    public override string Current => "incidents";

    public override async ValueTask<bool> RefreshAsync(CancellationToken cancellation)
    {
        if (await desk.GlimpseAsync(incident.Id, Viewer, cancellation) is not { } now) return false;
        incident = now;
        return true;
    }

    public override async ValueTask<string> DrawAsync(Recorded entry, CancellationToken cancellation) =>
        latest && show.Shows(entry, incident) ? Partials.Append("#log", await RowAsync(entry)) : "";

    public override async ValueTask<string> DrawAllAsync(CancellationToken cancellation)
    {
        if (!latest) return "";
        var page = await pages.BeforeAsync(incident, show, incident.Number + 1, Viewer, cancellation);
        return Partials.Fill("#log", string.Concat(await Task.WhenAll(page.Entries.Select(RowAsync))));
    }

    public override bool IsStaleAfter(Recorded entry) => entry.Incident == incident.Id && entry.Event.Prominence != Prominence.Housekeeping;

    public override async ValueTask<string> DrawLikenessesAsync(CancellationToken cancellation) => Partials.Morph("#card", await drawing.DrawAsync<RoomCard>(
        (nameof(RoomCard.Incident), incident), (nameof(RoomCard.Policy), policies.Current), (nameof(RoomCard.Viewer), Viewer), (nameof(RoomCard.House), await desk.HouseAsync(cancellation))));

    private Task<string> RowAsync(Recorded entry) => drawing.DrawAsync<TimelineRow>((nameof(TimelineRow.Entry), entry), (nameof(TimelineRow.Incident), incident));
}
