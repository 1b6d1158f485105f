using IncidentBot.Ports;

namespace IncidentBot.Stores.Seals;

/// <summary>Finds out which seals can be believed.</summary>
internal static class SealCheck
{
    public static IReadOnlyList<KeptSeal> Of(IReadOnlyList<Seal?> lines, byte[]? key, string? keyFault)
    {
        var found = new List<KeptSeal>(lines.Count);
        var (index, previous) = (0L, (string?)SealMac.First);
        for (var line = 0; line < lines.Count; line++)
        {
            if (lines[line] is { } seal)
            {
                found.Add(new KeptSeal(seal, Fault(seal, index + 1, previous, key, keyFault)));
                (index, previous) = (seal.Index, seal.Mac);
                continue;
            }
            (index, previous) = (index + 1, null);
            found.Add(new KeptSeal(new Seal(index, 0, 0, "", default, ""), $"line {line + 1} of the seal file is damaged"));
        }
        return found;
    }

    private static string? Fault(Seal seal, long expected, string? previous, byte[]? key, string? keyFault) => seal switch
    {
        _ when seal.Index == expected + 1 => $"seal {expected} is missing before seal {seal.Index}",
        _ when seal.Index > expected => $"seals {expected} to {seal.Index - 1} are missing before seal {seal.Index}",
        _ when seal.Index < expected => $"seal {seal.Index} stands where seal {expected} belongs",
        _ when key is null => $"seal {seal.Index} cannot be checked, because {keyFault}",
        _ when previous is null => $"seal {seal.Index} cannot be checked, because the one before it is damaged",
        _ when !SealMac.Fits(key, previous, seal) => $"seal {seal.Index} is not genuine: it was changed, or made under another key",
        _ => null,
    };
}
