using IncidentBot.Ports;

namespace IncidentBot.Stores.LiteDb;

/// <summary>The last entry of a stream, as the next one needs it.</summary>
internal readonly record struct Head(int Number, ReadOnlyMemory<byte> Hash, long Position, DateTimeOffset RecordedAt)
{
    internal static readonly Head None = new(0, EntryHash.Zero, 0, DateTimeOffset.MinValue);

    internal static Head Of(TimelineEntry? entry)
        => entry is null ? None : new Head(entry.Number, entry.Hash, entry.Position, entry.RecordedAt);
}

/// <summary>The heads of the streams that were asked for lately.</summary>
internal sealed class Heads(EntryTable entries)
{
    private const int Most = 50_000;
    private readonly Dictionary<long, Head> _heads = [];

    /// <summary>The highest stream in use and the position that shows it.</summary>
    internal (long Stream, long Position) LastStream { get; private set; }
        = entries.LastOfLastStream() is { } last ? (last.Stream, last.Position) : default;

    internal Head Of(long stream)
    {
        if (_heads.TryGetValue(stream, out var known))
            return known;
        var found = Head.Of(entries.LastOf(stream));
        if (found.Number > 0)
            Keep(stream, found);
        return found;
    }

    internal void Move(long stream, Head head)
    {
        Keep(stream, head);
        if (stream > LastStream.Stream)
            LastStream = (stream, head.Position);
    }

    /// <summary>Only between groups: within one, a head may not be on the disk yet.</summary>
    internal void Trim()
    {
        if (_heads.Count > Most)
            _heads.Clear();
    }

    private void Keep(long stream, Head head) => _heads[stream] = head;
}
