using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>The turns of a timeline, and what people marked on it: where a replay stops on its way.</summary>
public static class KeyEvents
{
    /// <summary>True for a turn of the story, and for what people marked.</summary>
    public static bool Has(Recorded entry, Incident incident) => entry.Event.Prominence == Prominence.Key || incident.Highlights.Contains(entry.Number);

    /// <summary>The number of the next key event behind an entry; null when there is none.</summary>
    public static async ValueTask<int?> AfterAsync(Incident incident, int number, ITimelineStore store, CancellationToken cancellation)
    {
        for (var after = number; after < incident.Number;)
        {
            var page = await store.ReadStreamAsync(incident.Id.Number, after, ITimelineStore.LargestPage, cancellation);
            if (page.Select(StoredEvents.Read).FirstOrDefault(entry => Has(entry, incident)) is { } found) return found.Number;
            if (page.Count == 0) return null;
            after = page[^1].Number;
        }
        return null;
    }

    /// <summary>The number of the last key event before an entry; null when there is none.</summary>
    public static async ValueTask<int?> BeforeAsync(Incident incident, int number, ITimelineStore store, CancellationToken cancellation)
    {
        for (var before = number; before > 1;)
        {
            var after = Math.Max(0, before - 1 - ITimelineStore.LargestPage);
            var page = await store.ReadStreamAsync(incident.Id.Number, after, before - 1 - after, cancellation);
            if (page.Reverse().Select(StoredEvents.Read).FirstOrDefault(entry => Has(entry, incident)) is { } found) return found.Number;
            before = after + 1;
        }
        return null;
    }
}
