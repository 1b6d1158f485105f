namespace IncidentBot;

/// <summary>The house rules in force are others than those recorded last.</summary>
/// <param name="Parts">Which parts of them changed, as the settings call them.</param>
/// <param name="Digests">What each part is known by now; of what it says nothing is here.</param>
public sealed record PolicyChanged(IReadOnlyList<string> Parts, IReadOnlyDictionary<string, string> Digests) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"found the house rules changed: {Words.Join(Parts.Select(PolicyDigests.InWords))}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { Rules = new PolicyNote(entry.Number, Digests) };
}

/// <summary>The house rules as they were recorded.</summary>
/// <param name="Entry">By which entry.</param>
/// <param name="Digests">What each part was known by.</param>
public sealed record PolicyNote(int Entry, IReadOnlyDictionary<string, string> Digests);
