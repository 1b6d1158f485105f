namespace IncidentBot;

/// <summary>Somebody who may not see the private incident looked at it, and was told what is told of one that does not exist.</summary>
/// <param name="Person">Who.</param>
/// <param name="Via">By which way.</param>
public sealed record LookRefused(Person Person, string Via) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"noted that {Person.Name} ({Person.Id}) looked for this incident by {Via} and was not let in";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident;
}

/// <summary>Somebody looked at a private incident that they may see.</summary>
/// <param name="Incident">Which one.</param>
/// <param name="Person">Who.</param>
/// <param name="Via">By which way.</param>
public sealed record PrivateLooked(IncidentId Incident, Person Person, string Via) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"noted that {Person.Name} ({Person.Id}) looked at {Incident} by {Via}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident;
}
