using IncidentBot.Host.Workers.Reading;
using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Promises;

/// <summary>Reads from the feed which promises were made, settled and renewed.</summary>
internal sealed class PromiseLedger(ITimelineStore store, PromiseBoard board)
{
    private readonly Dictionary<PromiseId, OpenPromise> promised = [];
    private readonly HashSet<PromiseId> settled = [];

    public async ValueTask LoadAsync(CancellationToken cancellation)
    {
        var open = new List<OpenPromise>();
        await foreach (var row in Rows.AllAsync(store, Rows.Promises, cancellation)) open.Add(OpenPromise.Read(row) with { IsInherited = true });
        board.Begin(open);
    }

    public async ValueTask TakeInAsync(Recorded entry, CancellationToken cancellation)
    {
        for (var index = 0; index < entry.Promises.Count; index++) Promise(OpenPromise.Of(entry, index, entry));
        switch (entry.Event)
        {
            case PromiseKept kept:
                Settle(new PromiseId(entry.Incident, kept.Entry, kept.Index));
                break;
            case PromiseBroken broken:
                Settle(new PromiseId(entry.Incident, broken.Entry, broken.Index));
                break;
            case PromiseRenewed renewed when await MadeAsync(entry.Incident, renewed, cancellation) is { } made:
                Promise(OpenPromise.Of(made, renewed.Index, entry));
                break;
        }
    }

    /// <summary>Writes what changed; a promise that was made and settled in the same stretch leaves no trace.</summary>
    public void Write(RowChanges changes)
    {
        foreach (var promise in promised.Values) changes.Write(promise.ToRow());
        foreach (var id in settled)
            if (board.Find(id) is { } known) changes.Remove(Rows.Promises, known.Row);
    }

    /// <summary>Puts up what was written.</summary>
    public void Saved()
    {
        board.Change(settled, promised.Values);
        promised.Clear();
        settled.Clear();
    }

    private void Promise(OpenPromise promise)
    {
        promised[promise.Id] = promise;
        settled.Remove(promise.Id);
    }

    private void Settle(PromiseId id)
    {
        promised.Remove(id);
        settled.Add(id);
    }

    private async ValueTask<Recorded?> MadeAsync(IncidentId incident, PromiseRenewed renewed, CancellationToken cancellation)
    {
        var found = await store.ReadStreamAsync(incident.Number, renewed.Entry - 1, 1, cancellation);
        if (found is not [var entry]) return null;
        var made = StoredEvents.Read(entry);
        return renewed.Index < made.Promises.Count ? made : null;
    }
}
