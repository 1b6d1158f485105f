using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Reading;

/// <summary>A stretch of the feed as the workers read it.</summary>
/// <param name="Entries">What could be read.</param>
/// <param name="Position">How far it reaches.</param>
internal sealed record FeedPage(IReadOnlyList<Recorded> Entries, long Position)
{
    /// <summary>The hash of its last entry, also of one that cannot be read; empty for an empty page.</summary>
    public ReadOnlyMemory<byte> Hash { get; init; }

    /// <summary>True when something in it is more than messages: their rows may wait a moment, those of deeds and promises may not.</summary>
    public bool IsUrgent => Entries.Any(entry => entry.Event is not (MessagePosted or MessageEdited or MessageDeleted) || entry.Promises.Count > 0);

    /// <summary>Reads on behind a position. An entry that cannot be read is told and passed over.</summary>
    public static async ValueTask<FeedPage> ReadAsync(ITimelineStore store, long after, ILogger logger, CancellationToken cancellation)
    {
        var page = await store.ReadFeedAsync(after, ITimelineStore.LargestPage, cancellation);
        var entries = new List<Recorded>(page.Count);
        foreach (var entry in page)
        {
            try
            {
                entries.Add(StoredEvents.Read(entry));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.Unreadable(logger, fault, new IncidentId(entry.Stream), entry.Number);
            }
        }
        return new FeedPage(entries, page.Count == 0 ? after : page[^1].Position) { Hash = page.Count == 0 ? default : page[^1].Hash };
    }
}
