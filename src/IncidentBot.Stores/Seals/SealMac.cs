using System.Buffers.Binary;
using System.Security.Cryptography;
using IncidentBot.Ports;

namespace IncidentBot.Stores.Seals;

/// <summary>HMAC-SHA-256 over the previous seal's mac and all that a seal says: each seal vouches for those before it.</summary>
/// <remarks>previous (32 bytes; zero for the first) ‖ index ‖ stream ‖ number ‖ microseconds (8 bytes big-endian each) ‖ head (its bytes).</remarks>
internal static class SealMac
{
    /// <summary>What the first seal names as its predecessor's mac.</summary>
    public static readonly string First = new('0', 64);

    public static string Of(byte[] key, string previous, Seal seal)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData(Convert.FromHexString(previous));
        Span<byte> numbers = stackalloc byte[32];
        BinaryPrimitives.WriteInt64BigEndian(numbers, seal.Index);
        BinaryPrimitives.WriteInt64BigEndian(numbers[8..], seal.Stream);
        BinaryPrimitives.WriteInt64BigEndian(numbers[16..], seal.Number);
        BinaryPrimitives.WriteInt64BigEndian(numbers[24..], Microseconds.Of(seal.At));
        mac.AppendData(numbers);
        mac.AppendData(Convert.FromHexString(seal.Head));
        return Convert.ToHexStringLower(mac.GetHashAndReset());
    }

    public static bool Fits(byte[] key, string previous, Seal seal) =>
        CryptographicOperations.FixedTimeEquals(Convert.FromHexString(Of(key, previous, seal)), Convert.FromHexString(seal.Mac));
}
