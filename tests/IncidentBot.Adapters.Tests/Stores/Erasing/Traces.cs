using System.Buffers.Binary;

namespace IncidentBot.Adapters.Tests.Stores.Erasing;

/// <summary>Looks for what should be gone: any eight bytes in a row of it, anywhere in any file.</summary>
internal sealed class Traces
{
    private const int Stretch = sizeof(ulong);
    private readonly HashSet<ulong> _stretches = [];

    internal Traces(params IReadOnlyList<ReadOnlyMemory<byte>> secrets)
    {
        foreach (var secret in secrets)
            Add(secret.Span);
    }

    internal void Add(ReadOnlySpan<byte> secret)
    {
        for (var at = 0; at <= secret.Length - Stretch; at++)
            _stretches.Add(Read(secret[at..]));
    }

    /// <summary>In which files something was found, and where first.</summary>
    internal IReadOnlyList<string> In(IReadOnlyDictionary<string, byte[]> files) =>
        [.. files.Select(file => (file.Key, At: First(file.Value))).Where(found => found.At >= 0).Select(found => $"{found.Key} at {found.At}")];

    private int First(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at <= bytes.Length - Stretch; at++)
        {
            if (_stretches.Contains(Read(bytes[at..])))
                return at;
        }
        return -1;
    }

    private static ulong Read(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);
}
