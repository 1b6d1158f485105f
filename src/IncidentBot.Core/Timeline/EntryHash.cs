using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>
/// The chain that makes a changed history visible:
/// SHA-256(previous ‖ stream ‖ number ‖ recorded ‖ occurred ‖ by ‖ via ‖ kind ‖ key ‖ SHA-256(salt ‖ body)).
/// </summary>
/// <remarks>
/// Numbers are 8 bytes big-endian, times Unix microseconds, texts UTF-8 behind their length in bytes (4 bytes big-endian);
/// "by" is id, name and one byte that says whether the name was claimed. The global position is left out, so that a timeline
/// can move between stores; the body enters by its salted digest, so that it can be erased and the chain still verifies.
/// </remarks>
public static class EntryHash
{
    /// <summary>What the first entry of a stream names as its predecessor.</summary>
    public static readonly ReadOnlyMemory<byte> Zero = new byte[32];

    /// <summary>The hash of an entry whose fields are known, for the store that writes it.</summary>
    public static byte[] Of(
        ReadOnlySpan<byte> previous, long stream, int number, DateTimeOffset recordedAt, NewEntry entry, string key, ReadOnlySpan<byte> salt)
        => Of(previous, stream, number, recordedAt, entry.OccurredAt, entry.By, entry.Via, entry.Kind, key, Content(salt, entry.Body.Span));

    /// <summary>The hash that a remembered entry ought to have; of an erased one by the digest of what was there.</summary>
    public static byte[] Of(TimelineEntry entry) => Of(
        entry.PreviousHash.Span, entry.Stream, entry.Number, entry.RecordedAt, entry.OccurredAt,
        entry.By, entry.Via, entry.Kind, entry.Key, entry.IsErased ? entry.ErasedDigest.Span : Content(entry.Salt.Span, entry.Body.Span));

    /// <summary>The digest by which a body enters the hash: SHA-256(salt ‖ body).</summary>
    public static byte[] Content(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> body)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(salt);
        digest.AppendData(body);
        return digest.GetHashAndReset();
    }

    private static byte[] Of(
        ReadOnlySpan<byte> previous, long stream, int number, DateTimeOffset recordedAt, DateTimeOffset occurredAt,
        Person by, string via, string kind, string key, ReadOnlySpan<byte> content)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(previous);
        Append(digest, stream);
        Append(digest, number);
        Append(digest, Microseconds.Of(recordedAt));
        Append(digest, Microseconds.Of(occurredAt));
        Append(digest, by.Id.Value);
        Append(digest, by.Name);
        digest.AppendData([by.Claimed ? (byte)1 : (byte)0]);
        Append(digest, via);
        Append(digest, kind);
        Append(digest, key);
        digest.AppendData(content);
        return digest.GetHashAndReset();
    }

    private static void Append(IncrementalHash digest, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        digest.AppendData(bytes);
    }

    private static void Append(IncrementalHash digest, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        digest.AppendData(length);
        digest.AppendData(bytes);
    }
}
