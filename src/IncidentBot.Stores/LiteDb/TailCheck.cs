namespace IncidentBot.Stores.LiteDb;

/// <summary>Looks at the end of the feed before the store serves anybody: it is what a crash would have hurt.</summary>
internal static class TailCheck
{
    private const int Entries = 100;

    internal static void Run(EntryTable entries, long lastPosition)
    {
        foreach (var stream in entries.Feed(Math.Max(0, lastPosition - Entries), Entries, lastPosition).GroupBy(entry => entry.Stream))
        {
            var previous = stream.First().PreviousHash;
            foreach (var entry in stream)
            {
                if (!entry.PreviousHash.Span.SequenceEqual(previous.Span) || !EntryHash.Of(entry).AsSpan().SequenceEqual(entry.Hash.Span))
                    throw new InvalidDataException($"entry {entry.Number} of stream {entry.Stream} does not fit its hash");
                previous = entry.Hash;
            }
            if (entries.LastOf(stream.Key)?.Position != stream.Last().Position)
                throw new InvalidDataException($"the index does not know the last entry of stream {stream.Key}");
        }
    }
}
