using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>What an entry says about a seal, to be found in the seal book.</summary>
internal sealed record SealClaim(IncidentId Incident, int Entry, TimelineSealed Says)
{
    /// <summary>True when the book holds that very seal, or tells of its own accord what is wrong with it.</summary>
    public bool IsBorneOutBy(IReadOnlyList<KeptSeal> seals) =>
        Find(seals) is { } kept && (kept.Fault is not null || (kept.Seal.Stream == Incident.Number && kept.Seal.Number == Says.UpTo && kept.Seal.Head == Says.Head && kept.Seal.Mac == Says.Mac));

    /// <summary>Why it is not there.</summary>
    public string Fault(IReadOnlyList<KeptSeal> seals) => Find(seals) is null
        ? $"The seals: seal {Says.Seal}, of which entry {Entry} of {Incident} speaks, is missing from the seal file, which was cut off or replaced."
        : $"The seals: seal {Says.Seal} is not the one of which entry {Entry} of {Incident} speaks; the seal file was cut off or replaced.";

    private KeptSeal? Find(IReadOnlyList<KeptSeal> seals)
    {
        var at = (int)Math.Clamp(Says.Seal - 1, 0, int.MaxValue);
        return at < seals.Count && seals[at].Seal.Index == Says.Seal ? seals[at] : seals.FirstOrDefault(kept => kept.Seal.Index == Says.Seal);
    }
}
