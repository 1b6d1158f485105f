using IncidentBot.Ports;

namespace IncidentBot.Stores.Seals;

/// <summary>What the seal file holds.</summary>
/// <param name="Seals">One for each whole line; null for a line that is no seal.</param>
/// <param name="Whole">How many bytes the whole lines have.</param>
/// <param name="Torn">How many bytes follow that are no whole line.</param>
internal sealed record SealLines(IReadOnlyList<Seal?> Seals, long Whole, long Torn)
{
    public static SealLines Of(ReadOnlySpan<byte> content)
    {
        var seals = new List<Seal?>();
        var at = 0;
        for (int end; (end = content[at..].IndexOf((byte)'\n')) >= 0; at += end + 1) seals.Add(SealLine.Read(content.Slice(at, end)));
        return new SealLines(seals, at, content.Length - at);
    }
}
