using IncidentBot.Ports;

namespace IncidentBot.Adapters.Tests.Stores.Damage;

/// <summary>Walks the whole timeline as <c>incidentbot verify</c> does.</summary>
internal static class Verification
{
    internal static async Task<List<string>> HashesAsync(ITimelineStore store)
        => [.. (await FeedAsync(store)).Select(entry => Convert.ToHexString(entry.Hash.Span))];

    /// <summary>What is wrong first; null when all fits.</summary>
    internal static async Task<string?> FirstFaultAsync(ITimelineStore store)
    {
        foreach (var stream in (await FeedAsync(store)).GroupBy(entry => entry.Stream))
        {
            var previous = new StreamHead(0, EntryHash.Zero);
            foreach (var entry in stream)
            {
                if (entry.Number != previous.Number + 1 || !entry.PreviousHash.Span.SequenceEqual(previous.Hash.Span)
                    || !EntryHash.Of(entry).AsSpan().SequenceEqual(entry.Hash.Span))
                    return $"entry {entry.Number} of stream {entry.Stream}";
                previous = new StreamHead(entry.Number, entry.Hash);
            }
            if (await LengthAsync(store, stream.Key) != previous.Number || (await store.HeadAsync(stream.Key)).Number != previous.Number)
                return $"the index of stream {stream.Key}";
        }
        return null;
    }

    private static async Task<List<TimelineEntry>> FeedAsync(ITimelineStore store)
    {
        var feed = new List<TimelineEntry>();
        while (await store.ReadFeedAsync(feed.Count, ITimelineStore.LargestPage) is { Count: > 0 } page)
            feed.AddRange(page);
        return feed;
    }

    private static async Task<int> LengthAsync(ITimelineStore store, long stream)
    {
        var read = 0;
        while (await store.ReadStreamAsync(stream, read, ITimelineStore.LargestPage) is { Count: > 0 } page)
            read += page.Count;
        return read;
    }
}
