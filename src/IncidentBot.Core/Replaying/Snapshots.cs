using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>
/// Incidents as they stood after an entry. Of the few that were asked for last, one state in every page of entries is kept:
/// states share what did not change between them, and going on from the nearest one folds at most a page.
/// </summary>
public sealed class Snapshots(ITimelineStore store)
{
    private const int Every = ITimelineStore.LargestPage;
    private const int MostIncidents = 8;

    private readonly Lock gate = new();
    private readonly LinkedList<Kept> latest = new();

    /// <summary>The incident as it stood after the entry with this number, which must exist.</summary>
    /// <param name="now">As it stands now: what was redacted since is in no state that is told.</param>
    /// <param name="number">The entry.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask<Incident> AfterAsync(Incident now, int number, CancellationToken cancellation)
    {
        var id = now.Id;
        var kept = Of(id, now.Redacted.Count);
        var incident = kept.Nearest(number);
        while (incident.Number < number)
        {
            var take = Math.Min(Every - (incident.Number % Every), number - incident.Number);
            var page = await store.ReadStreamAsync(id.Number, incident.Number, take, cancellation);
            if (page.Count == 0) throw new InvalidOperationException($"{id} has no entry {number}.");
            incident = page.Aggregate(incident, (before, entry) => before.After(StoredEvents.Read(entry)));
            if (incident.Number % Every == 0) kept.Keep(incident);
        }
        return incident;
    }

    private Kept Of(IncidentId id, int redactions)
    {
        lock (gate)
        {
            var known = latest.FirstOrDefault(known => known.Id == id);
            var kept = known?.Redactions == redactions ? known : new Kept(id, redactions);
            if (known is not null) latest.Remove(known);
            latest.AddFirst(kept);
            if (latest.Count > MostIncidents) latest.RemoveLast();
            return kept;
        }
    }

    /// <summary>The states that are kept of one incident: after a page of entries, after two, and so on.</summary>
    private sealed class Kept(IncidentId id, int redactions)
    {
        private readonly Lock gate = new();
        private readonly List<Incident> pages = [];

        public IncidentId Id => id;

        public int Redactions => redactions;

        public Incident Nearest(int number)
        {
            lock (gate) return Math.Min(number / Every, pages.Count) is > 0 and var page ? pages[page - 1] : Incident.None(id);
        }

        public void Keep(Incident incident)
        {
            lock (gate)
                if (incident.Number / Every == pages.Count + 1) pages.Add(incident);
        }
    }
}
