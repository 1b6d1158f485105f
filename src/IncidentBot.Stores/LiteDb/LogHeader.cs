using System.Buffers.Binary;
using System.IO.Hashing;
using IncidentBot.Stores.Disks;

namespace IncidentBot.Stores.LiteDb;

/// <summary>
/// Says which generation of frames counts. Emptying the log is one more generation: its blocks are used again,
/// so that a sync need not touch the file system's own books.
/// </summary>
/// <remarks>Two places take turns, so that a torn write leaves the generation before.</remarks>
internal static class LogHeader
{
    internal const int Bytes = 8192;
    private const int SlotBytes = 4096;
    private const int CheckedBytes = 16;
    private const int UsedBytes = CheckedBytes + 8;
    private const ulong Magic = 0x49_42_2D_4C_4F_47_00_01; // "IB-LOG", format 1

    /// <summary>The generation that counts; null when neither place holds one.</summary>
    internal static long? Read(IBlockFile file) => new[] { ReadSlot(file, 0), ReadSlot(file, 1) }.Max();

    internal static void Write(IBlockFile file, long generation)
    {
        Span<byte> slot = stackalloc byte[UsedBytes];
        BinaryPrimitives.WriteUInt64BigEndian(slot, Magic);
        BinaryPrimitives.WriteInt64BigEndian(slot[8..], generation);
        BinaryPrimitives.WriteUInt64BigEndian(slot[CheckedBytes..], XxHash64.HashToUInt64(slot[..CheckedBytes]));
        file.Write(generation % 2 * SlotBytes, slot);
        file.Sync();
    }

    private static long? ReadSlot(IBlockFile file, int slot)
    {
        Span<byte> bytes = stackalloc byte[UsedBytes];
        return file.Read(slot * SlotBytes, bytes) == UsedBytes
            && BinaryPrimitives.ReadUInt64BigEndian(bytes) == Magic
            && BinaryPrimitives.ReadUInt64BigEndian(bytes[CheckedBytes..]) == XxHash64.HashToUInt64(bytes[..CheckedBytes])
            ? BinaryPrimitives.ReadInt64BigEndian(bytes[8..])
            : null;
    }
}
