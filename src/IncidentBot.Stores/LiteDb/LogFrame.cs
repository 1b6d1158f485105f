using System.Buffers.Binary;
using System.IO.Hashing;

namespace IncidentBot.Stores.LiteDb;

/// <summary>One page in the log with what proves it: page ‖ generation ‖ index ‖ frames known durable when it was written ‖ xxh64 of all that.</summary>
internal readonly ref struct LogFrame(Span<byte> bytes)
{
    internal const int Bytes = PageStream.PageBytes + 32;
    private const int CheckedBytes = Bytes - 8;
    private const int ConfirmedByte = 18; // LiteDB sets it on the last page of a transaction.

    private readonly Span<byte> _bytes = bytes;

    internal Span<byte> Page => _bytes[..PageStream.PageBytes];

    internal long Generation => Field(0);

    internal long Index => Field(1);

    internal long DurableFrames => Field(2);

    internal bool EndsTransaction => _bytes[ConfirmedByte] == 1;

    internal bool IsIntact => Field(3) == (long)XxHash64.HashToUInt64(_bytes[..CheckedBytes]);

    internal static long Offset(long index) => LogHeader.Bytes + index * Bytes;

    internal void Fill(ReadOnlySpan<byte> page, long generation, long index, long durableFrames)
    {
        page.CopyTo(_bytes);
        Set(0, generation);
        Set(1, index);
        Set(2, durableFrames);
        Set(3, (long)XxHash64.HashToUInt64(_bytes[..CheckedBytes]));
    }

    private long Field(int number) => BinaryPrimitives.ReadInt64BigEndian(_bytes[(PageStream.PageBytes + 8 * number)..]);

    private void Set(int number, long value) => BinaryPrimitives.WriteInt64BigEndian(_bytes[(PageStream.PageBytes + 8 * number)..], value);
}
