using System.Buffers.Binary;

namespace IncidentBot.Stores.LiteDb;

/// <summary>
/// What of a page nothing uses: it may still hold what was erased there. LiteDB 5.0.20 clears most of it as it goes,
/// "can be removed later" as its source says; here nothing stale reaches the data file whatever LiteDB does.
/// </summary>
/// <remarks>
/// A page of data or of an index: 32 bytes of header, segments, and from the end backwards four bytes per slot, length and position
/// of its segment, both zero for a slot without one. An empty page is all header. The others (header, collection) hold no texts.
/// </remarks>
internal static class PageSlack
{
    private const int HeaderBytes = 32;
    private const int SlotBytes = 4;
    private const int TypeByte = 4;
    private const int HighestSlotByte = 30;
    private const int NoSlot = byte.MaxValue;
    private const int Empty = 0;
    private const int Index = 3;
    private const int Data = 4;

    /// <summary>Zeroes it. A page that does not keep to the layout is left as it is: it is for the store to judge.</summary>
    internal static void Wipe(Span<byte> page)
    {
        if (page[TypeByte] == Empty)
            page[HeaderBytes..].Clear();
        else if (page[TypeByte] is Index or Data)
            WipeBetweenSegments(page);
    }

    private static void WipeBetweenSegments(Span<byte> page)
    {
        var slots = page[HighestSlotByte] == NoSlot ? 0 : page[HighestSlotByte] + 1;
        Span<(int From, int To)> segments = stackalloc (int, int)[slots];
        var end = page.Length - (slots * SlotBytes);
        if (!TryFind(page, ref segments) || !AreApart(segments, end))
            return;
        var free = HeaderBytes;
        foreach (var (from, to) in segments)
        {
            page[free..from].Clear();
            free = to;
        }
        page[free..end].Clear();
    }

    private static bool TryFind(ReadOnlySpan<byte> page, ref Span<(int From, int To)> segments)
    {
        var used = 0;
        for (var slot = 0; slot < segments.Length; slot++)
        {
            var place = page[(page.Length - ((slot + 1) * SlotBytes))..];
            var (length, from) = (BinaryPrimitives.ReadUInt16LittleEndian(place), BinaryPrimitives.ReadUInt16LittleEndian(place[2..]));
            if ((length == 0) != (from == 0))
                return false;
            if (length > 0)
                segments[used++] = (from, from + length);
        }
        segments = segments[..used];
        segments.Sort();
        return true;
    }

    private static bool AreApart(ReadOnlySpan<(int From, int To)> segments, int end)
    {
        var free = HeaderBytes;
        foreach (var (from, to) in segments)
        {
            if (from < free)
                return false;
            free = to;
        }
        return free <= end;
    }
}
