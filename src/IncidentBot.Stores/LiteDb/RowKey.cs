using System.Buffers.Binary;
using System.Text;

namespace IncidentBot.Stores.LiteDb;

/// <summary>Table names and numbers as bytes that sort as they do: LiteDB compares binary keys byte by byte.</summary>
internal static class RowKey
{
    private static readonly UInt128 Lowest = Place(long.MinValue, long.MinValue);
    private static readonly UInt128 Highest = Place(long.MaxValue, long.MaxValue);

    internal static byte[] Id(string table, long id) => Bytes(table, Place(0, id));

    internal static byte[] Rank(string table, long rank, long id) => Bytes(table, Place(rank, id));

    /// <summary>The range of a query, behind <c>After</c> in its direction; null when nothing can lie there.</summary>
    internal static (byte[] From, byte[] To)? Range(Ports.RowQuery query)
    {
        var (from, to) = (Place(query.FromRank, long.MinValue), Place(query.ToRank, long.MaxValue));
        if (query.After is { } after)
        {
            var behind = Place(after.Rank, after.Id);
            if (behind == (query.Descending ? Lowest : Highest))
                return null;
            (from, to) = query.Descending ? (from, UInt128.Min(to, behind - 1)) : (UInt128.Max(from, behind + 1), to);
        }
        return from > to ? null : (Bytes(query.Table, from), Bytes(query.Table, to));
    }

    private static UInt128 Place(long high, long low) => new(Unsigned(high), Unsigned(low));

    private static ulong Unsigned(long value) => unchecked((ulong)value) ^ 1UL << 63;

    private static byte[] Bytes(string table, UInt128 place)
    {
        var length = Encoding.UTF8.GetByteCount(table);
        var bytes = new byte[length + 1 + 16];
        Encoding.UTF8.GetBytes(table, bytes);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(length + 1), place);
        return bytes;
    }
}
