using IncidentBot.Web.Live;
using IncidentBot.Web.Rendering;

namespace IncidentBot.Web.Incidents;

/// <summary>Keeps the list of incidents alive.</summary>
internal sealed class ListView(ListQuery query, Person viewer, IncidentPages pages) : LiveView(viewer)
{
    public override string Current => "incidents";

    public override bool IsStaleAfter(Recorded entry) => !entry.Incident.IsHouse && entry.Event.Prominence != Prominence.Housekeeping;

    public override async ValueTask<string> DrawLikenessesAsync(CancellationToken cancellation) =>
        Partials.Morph("#table", await pages.TableAsync(query, Viewer, cancellation));
}
