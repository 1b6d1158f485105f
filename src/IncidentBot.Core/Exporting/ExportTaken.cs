namespace IncidentBot;

/// <summary>Somebody took something away as a file.</summary>
/// <param name="File">Which file: <c>bundle.zip</c>, <c>review.md</c>, <c>audit.csv</c>.</param>
/// <param name="About">The incident that it is of; null when it is of the house.</param>
public sealed record ExportTaken(string File, IncidentId? About = null) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => About is { } incident ? $"took {File} of {incident} away" : $"took {File} away";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident;
}
