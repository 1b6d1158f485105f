namespace IncidentBot;

/// <summary>The nightly verification found that the timeline is not as it was recorded.</summary>
/// <param name="Findings">What is wrong, without what would give a private incident away.</param>
/// <param name="Withheld">How many more findings there are.</param>
public sealed record VerificationFailed(IReadOnlyList<string> Findings, int Withheld = 0) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence =>
        $"found that the timeline is not as it was recorded: {string.Join(" ", Findings)}"
        + (Withheld > 0 ? $" {Words.Count(Withheld, "further finding")} can be read with `incidentbot verify`." : "");

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident;
}
