using IncidentBot.Host.Workers.Promises;
using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Reading;

/// <summary>
/// The read models that the workers keep from the feed: the list of incidents, which ones are open, what is due next,
/// which promises wait, which timelines have news that is not sealed. All of it can be rebuilt from the feed:
/// another name for the subscriber begins at its beginning.
/// </summary>
internal sealed class ReadModels(
    ITimelineStore store, Shelf shelf, PolicyBook policies, PromiseBoard board, TimeProvider clock, ILogger<ReadModels> logger, string subscriber = ReadModels.Subscriber)
{
    /// <summary>The subscriber's name; its number rises when the shape of the rows changes, and they are built anew.</summary>
    public const string Subscriber = "read-models:4";

    private readonly RankTable open = new(Rows.Open);
    private readonly RankTable deadlines = new(Rows.Deadlines);
    private readonly RankTable unsealed = new(Rows.Unsealed);
    private readonly PromiseLedger promises = new(store, board);

    /// <summary>Rings when what is due next has changed for any incident.</summary>
    public Bell DeadlinesMoved { get; } = new();

    /// <summary>How many promises wait.</summary>
    public int OpenPromises => board.Count;

    /// <summary>Learns by heart what the store holds, puts open incidents on the shelf, and tells how far the rows have come.</summary>
    public async ValueTask<long> LoadAsync(CancellationToken cancellation)
    {
        await open.LoadAsync(store, cancellation);
        await deadlines.LoadAsync(store, cancellation);
        await unsealed.LoadAsync(store, cancellation);
        await promises.LoadAsync(cancellation);
        foreach (var id in open.Ids) await FindAsync(new IncidentId(id), cancellation);
        return await store.CheckpointAsync(subscriber, cancellation);
    }

    /// <summary>Computes anew what is due, because the policy may be another one than last time.</summary>
    public async ValueTask JudgeAnewAsync(IWorkersLease lease, long position, CancellationToken cancellation)
    {
        var changes = new RowChanges();
        var now = clock.GetUtcNow();
        foreach (var id in open.Ids.Union(deadlines.Ids).ToList())
            if (await FindAsync(new IncidentId(id), cancellation) is { } incident) deadlines.Put(id, DueAt(incident, now), changes);
        await lease.SaveAsync(changes.UpTo(subscriber, position), cancellation);
        DeadlinesMoved.Ring();
    }

    /// <summary>Takes in a stretch of the feed: rows and checkpoint in one write.</summary>
    public async ValueTask TakeInAsync(IWorkersLease lease, IReadOnlyList<Recorded> stretch, long position, CancellationToken cancellation)
    {
        var changes = new RowChanges();
        var moved = false;
        foreach (var entry in stretch)
        {
            await promises.TakeInAsync(entry, cancellation);
            if (FileShredder.Row(entry) is { } file) changes.Write(file);
            if (RoomBook.Row(entry) is { } room) changes.Write(room);
        }
        foreach (var id in stretch.Select(entry => entry.Incident).Distinct().ToList())
            if (await FindAsync(id, cancellation) is { } incident) moved |= Write(incident, changes);
        promises.Write(changes);
        await lease.SaveAsync(changes.UpTo(subscriber, position), cancellation);
        promises.Saved();
        if (moved) DeadlinesMoved.Ring();
    }

    private bool Write(Incident incident, RowChanges changes)
    {
        var number = incident.Id.Number;
        unsealed.Put(number, incident.LastNews > incident.SealedUpTo ? number : null, changes);
        if (incident.Id.IsHouse) return false;
        changes.Write(IncidentCatalog.Row(incident));
        open.Put(number, incident.Stage.IsOpen() ? number : null, changes);
        return deadlines.Put(number, DueAt(incident, clock.GetUtcNow()), changes);
    }

    private long? DueAt(Incident incident, DateTimeOffset now) =>
        Deadlines.Next(incident, policies.Current, now) is { } next ? Microseconds.Of(next.DueAt) : null;

    // One incident that cannot be folded must not keep the others out of the lists.
    private async ValueTask<Incident?> FindAsync(IncidentId id, CancellationToken cancellation)
    {
        try
        {
            return await shelf.GetAsync(id, cancellation);
        }
        catch (Exception fault) when (fault is not (StoreFencedException or OperationCanceledException))
        {
            Log.Unlisted(logger, fault, id);
            return null;
        }
    }
}
