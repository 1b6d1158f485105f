using System.Collections.Concurrent;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>
/// Folded incidents, at hand: open ones stay, ended ones make room again. A folded incident is brought up to date
/// from the store before it is shown, so that what other nodes recorded is never missed. One whose entries were redacted
/// is folded anew from what is left of them.
/// </summary>
public sealed class Shelf(ITimelineStore store)
{
    private const int MostEnded = 200;

    private readonly ConcurrentDictionary<IncidentId, Folded> folded = new();
    private readonly ConcurrentDictionary<IncidentId, int> redactions = new();
    private readonly ConcurrentQueue<IncidentId> ended = new();

    /// <summary>The incident as it stands now; <see cref="Incident.Exists"/> is false when there is none.</summary>
    public async ValueTask<Incident> GetAsync(IncidentId id, CancellationToken cancellation)
    {
        var (incident, age) = At(id) ?? new Folded(Incident.None(id), redactions.GetValueOrDefault(id));
        var head = await store.HeadAsync(id.Number, cancellation);
        while (incident.Number < head.Number)
        {
            var page = await store.ReadStreamAsync(id.Number, incident.Number, ITimelineStore.LargestPage, cancellation);
            incident = page.Aggregate(incident, (before, entry) => before.After(StoredEvents.Read(entry)));
        }
        Put(new Folded(incident, age));
        return incident;
    }

    /// <summary>The incident as it was last seen here, without asking the store: for what holds whatever came since.</summary>
    public ValueTask<Incident> PeekAsync(IncidentId id, CancellationToken cancellation) =>
        At(id) is var (incident, _) ? ValueTask.FromResult(incident) : GetAsync(id, cancellation);

    /// <summary>The incident as it was last seen here; null when it is not at hand.</summary>
    public Incident? Find(IncidentId id) => At(id)?.Incident;

    /// <summary>Folds entries of one incident that were just recorded, unless some before them are not here yet.</summary>
    public async ValueTask TakeInAsync(IReadOnlyList<Recorded> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0) return;
        var id = entries[0].Incident;
        if (entries.Any(entry => entry.Event is EntryRedacted))
        {
            redactions.AddOrUpdate(id, 1, (_, known) => known + 1);
            await GetAsync(id, cancellation);
            return;
        }
        var (incident, age) = At(id) ?? new Folded(Incident.None(id), redactions.GetValueOrDefault(id));
        if (entries[0].Number <= incident.Number + 1) Put(new Folded(entries.Aggregate(incident, (before, entry) => before.After(entry)), age));
    }

    /// <summary>Open incidents that are at hand (all of them, once the host has loaded them), by number.</summary>
    public IReadOnlyList<Incident> Open => [.. AtHand.Where(incident => incident.Stage.IsOpen()).OrderBy(incident => incident.Id)];

    /// <summary>Every incident at hand.</summary>
    public IReadOnlyCollection<Incident> AtHand => [.. folded.Values.Select(known => known.Incident).Where(incident => !incident.Id.IsHouse && incident.Exists)];

    private Folded? At(IncidentId id) => folded.TryGetValue(id, out var known) && known.Redactions == redactions.GetValueOrDefault(id) ? known : null;

    private void Put(Folded now)
    {
        var id = now.Incident.Id;
        if (!now.Incident.Exists && !id.IsHouse) return;
        var kept = folded.AddOrUpdate(id, now, (_, known) => known.IsBehind(now) ? now : known);
        if (id.IsHouse || kept.Incident.Stage.IsOpen()) return;
        ended.Enqueue(id);
        while (ended.Count > MostEnded && ended.TryDequeue(out var oldest))
            if (folded.TryGetValue(oldest, out var old) && !old.Incident.Stage.IsOpen() && !ended.Contains(oldest)) folded.TryRemove(oldest, out _);
    }

    /// <summary>An incident, and how many redactions of it were known when its folding began: an earlier fold holds words that are gone.</summary>
    private sealed record Folded(Incident Incident, int Redactions)
    {
        public bool IsBehind(Folded other) => Redactions != other.Redactions ? Redactions < other.Redactions : Incident.Number <= other.Incident.Number;
    }
}
