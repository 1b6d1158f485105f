namespace IncidentBot;

/// <summary>The desk, where private incidents are looked at.</summary>
public sealed partial class IncidentDesk
{
    /// <summary>The incident as it stands, if it exists and the viewer may see it. Somebody asked for this very incident: at a private one that is a look.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="via">By which way.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask<Incident?> FindAsync(IncidentId id, Person viewer, string via, CancellationToken cancellation = default)
    {
        var incident = await shelf.GetAsync(id, cancellation);
        viewer = await RecogniseAsync(viewer, cancellation);
        looks.Note(incident, viewer, via, clock.GetUtcNow());
        return incident.Exists && Visibility.MaySee(viewer, incident) ? incident : null;
    }

    /// <summary>The same, for the pages.</summary>
    public ValueTask<Incident?> FindAsync(IncidentId id, Person viewer, CancellationToken cancellation = default) => FindAsync(id, viewer, "web", cancellation);

    /// <summary>The incident as it stands, if it exists and the viewer may see it, for what shows it among others or goes on showing it: no look.</summary>
    public async ValueTask<Incident?> GlimpseAsync(IncidentId id, Person viewer, CancellationToken cancellation = default)
    {
        var incident = await shelf.GetAsync(id, cancellation);
        return incident.Exists && Visibility.MaySee(await RecogniseAsync(viewer, cancellation), incident) ? incident : null;
    }

    /// <summary>Writes a look down: a refused one where the members read it, an allowed one where the house's admins do.</summary>
    public async ValueTask WriteDownAsync(Look look, CancellationToken cancellation = default)
    {
        var (where, what) = look.Allowed
            ? (IncidentId.House, (IncidentEvent)new PrivateLooked(look.Incident, look.Who, look.Via))
            : (look.Incident, new LookRefused(look.Who, look.Via));
        await RecordAsync(where, [what], Person.Bot, "worker", key: null, expected: null, cancellation);
    }

    private async ValueTask LookAsync(IncidentId id, Person viewer, string via, CancellationToken cancellation) =>
        looks.Note(await shelf.GetAsync(id, cancellation), viewer, via, clock.GetUtcNow());
}
