namespace IncidentBot;

/// <summary>The incident has been kept as long as the house keeps words: they are in a bundle outside, and leave the timeline now.</summary>
/// <param name="Bundle">The bundle's file name.</param>
/// <param name="Sha256">The SHA-256 of the bundle, lower-case hex.</param>
public sealed record IncidentRetired(string Bundle, string Sha256) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"retired the incident: its words are in {Bundle} (SHA-256 {Sha256[..12]}…) and leave this timeline";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { RetiredBy = entry.Number };
}

/// <summary>No word of people is left on the timeline.</summary>
/// <param name="Entries">How many entries lost theirs.</param>
public sealed record WordsLetGo(int Entries) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"let go of the words of {IncidentBot.Words.Count(Entries, "entry", "entries")}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { WordsGone = true };
}
