using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Ports;

namespace IncidentBot.Stores.Seals;

/// <summary>A seal as one line of the file.</summary>
internal static class SealLine
{
    private const int HexOfHash = 64;

    public static byte[] Write(Seal seal) => [.. JsonSerializer.SerializeToUtf8Bytes(seal, SealJson.Default.Seal), (byte)'\n'];

    /// <summary>The seal, or null when the line is none: one that says the same in other bytes was touched by hand.</summary>
    public static Seal? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, SealJson.Default.Seal) is { Head: { } head, Mac: { } mac } seal
                && IsHash(head) && IsHash(mac) && line.SequenceEqual(Write(seal).AsSpan()[..^1]) ? seal : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsHash(string text) => text.Length == HexOfHash && text.All(char.IsAsciiHexDigitLower);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Seal))]
internal sealed partial class SealJson : JsonSerializerContext;
