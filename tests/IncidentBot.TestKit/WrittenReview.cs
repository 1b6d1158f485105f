using IncidentBot.Ports;

namespace IncidentBot.TestKit;

/// <summary>Reviews of entries that no store holds.</summary>
public static class WrittenReview
{
    /// <summary>The review of these entries.</summary>
    public static ReviewDocument Of(IReadOnlyList<TimelineEntry> entries)
    {
        var writer = new ReviewWriter(new IncidentId(entries[0].Stream));
        foreach (var entry in entries) writer.Take(entry);
        foreach (var number in writer.Wanted)
            foreach (var entry in entries.Where(entry => entry.Number == number)) writer.Recall(entry);
        return writer.Document();
    }

    /// <summary>A story as a store would hold it: written, chained and hashed.</summary>
    public static IReadOnlyList<TimelineEntry> Stored(this Story story)
    {
        var entries = new List<TimelineEntry>();
        foreach (var told in story.Entries)
        {
            var entry = new TimelineEntry(
                told.Position, told.Incident.Number, told.Number, told.RecordedAt, told.OccurredAt, told.By, told.Via, StoredEvents.KindOf(told.Event), told.Key,
                new byte[16], StoredEvents.Write(told.Event, told.Promises), entries is [.., var last] ? last.Hash : EntryHash.Zero, default);
            entries.Add(entry with { Hash = EntryHash.Of(entry) });
        }
        return entries;
    }
}
