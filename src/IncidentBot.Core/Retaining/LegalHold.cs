namespace IncidentBot;

/// <summary>Puts the incident on legal hold: nothing of it is redacted or let go until the hold is lifted.</summary>
public sealed record PlaceHold(string Reason) : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        incident.HeldBy is { } entry ? Decision.Refuse($"{incident.Id} is on legal hold already, since entry {entry}.", LineWriter.Line(incident.Id, "unhold"))
        : incident.WordsGone ? Decision.Refuse($"The words of {incident.Id} are gone from here already; they are in the bundle that its timeline names.")
        : TextRules.Check(Reason, "reason", Limits.Reason) ?? Decision.Accept(new LegalHoldPlaced(Reason));
}

/// <summary>Nothing of the incident may be redacted or let go from here on.</summary>
public sealed record LegalHoldPlaced(string Reason) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"put the incident on legal hold{Words.Because(Reason)}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Reason = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { HeldBy = entry.Number };
}

/// <summary>Lifts the legal hold.</summary>
public sealed record LiftHold(string Reason) : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) => incident.HeldBy is null
        ? Decision.Refuse($"{incident.Id} is not on legal hold.")
        : TextRules.Check(Reason, "reason", Limits.Reason) ?? Decision.Accept(new LegalHoldLifted(Reason));
}

/// <summary>The legal hold is over.</summary>
public sealed record LegalHoldLifted(string Reason) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"lifted the legal hold{Words.Because(Reason)}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Reason = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { HeldBy = null };
}
