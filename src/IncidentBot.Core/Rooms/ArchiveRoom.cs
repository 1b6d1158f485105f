namespace IncidentBot;

/// <summary>Promises to put an incident's room on a chat away, after its last word was said there.</summary>
public sealed record ArchiveRoom(string Chat) : Effect
{
    /// <inheritdoc/>
    public override string Destination => Chat;

    /// <inheritdoc/>
    public override string Purpose => $"archive the room in {Chat}";
}

/// <summary>An ended incident's rooms have been quiet for as long as the house rules let them stand.</summary>
/// <param name="After">How long after its end, as the rules had it.</param>
public sealed record RoomsLapsed(TimeSpan After) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"lets its rooms be archived, {Words.Span(After)} after its end";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { RoomsLapsedAt = entry.OccurredAt };
}
