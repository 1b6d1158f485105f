using System.Collections.Concurrent;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>
/// Folded incidents, at hand: open ones stay, ended ones make room again. A folded incident is brought up to date
/// from the store before it is shown, so that what other nodes recorded is never missed.
/// </summary>
public sealed class Shelf(ITimelineStore store)
{
    private const int MostEnded = 200;

    private readonly ConcurrentDictionary<IncidentId, Incident> folded = new();
    private readonly ConcurrentQueue<IncidentId> ended = new();

    /// <summary>The incident as it stands now; <see cref="Incident.Exists"/> is false when there is none.</summary>
    public async ValueTask<Incident> GetAsync(IncidentId id, CancellationToken cancellation)
    {
        var incident = folded.GetValueOrDefault(id) ?? Incident.None(id);
        var head = await store.HeadAsync(id.Number, cancellation);
        while (incident.Number < head.Number)
        {
            var page = await store.ReadStreamAsync(id.Number, incident.Number, ITimelineStore.LargestPage, cancellation);
            incident = page.Aggregate(incident, (before, entry) => before.After(StoredEvents.Read(entry)));
        }
        Put(incident);
        return incident;
    }

    /// <summary>The incident as it was last seen here, without asking the store: for what holds whatever came since.</summary>
    public ValueTask<Incident> PeekAsync(IncidentId id, CancellationToken cancellation) =>
        folded.TryGetValue(id, out var incident) ? ValueTask.FromResult(incident) : GetAsync(id, cancellation);

    /// <summary>The incident as it was last seen here; null when it is not at hand.</summary>
    public Incident? Find(IncidentId id) => folded.GetValueOrDefault(id);

    /// <summary>Folds entries of one incident that were just recorded, unless some before them are not here yet.</summary>
    public void TakeIn(IReadOnlyList<Recorded> entries)
    {
        if (entries.Count == 0) return;
        var id = entries[0].Incident;
        var incident = folded.GetValueOrDefault(id) ?? Incident.None(id);
        if (entries[0].Number <= incident.Number + 1) Put(entries.Aggregate(incident, (before, entry) => before.After(entry)));
    }

    /// <summary>Open incidents that are at hand (all of them, once the host has loaded them), by number.</summary>
    public IReadOnlyList<Incident> Open =>
        [.. folded.Values.Where(incident => !incident.Id.IsHouse && incident.Exists && incident.Stage.IsOpen()).OrderBy(incident => incident.Id)];

    /// <summary>Every incident at hand.</summary>
    public IReadOnlyCollection<Incident> AtHand => [.. folded.Values.Where(incident => !incident.Id.IsHouse && incident.Exists)];

    private void Put(Incident incident)
    {
        if (!incident.Exists && !incident.Id.IsHouse) return;
        var kept = folded.AddOrUpdate(incident.Id, incident, (_, known) => known.Number > incident.Number ? known : incident);
        if (kept.Id.IsHouse || kept.Stage.IsOpen()) return;
        ended.Enqueue(kept.Id);
        while (ended.Count > MostEnded && ended.TryDequeue(out var oldest))
            if (folded.TryGetValue(oldest, out var old) && !old.Stage.IsOpen() && !ended.Contains(oldest)) folded.TryRemove(oldest, out _);
    }
}
