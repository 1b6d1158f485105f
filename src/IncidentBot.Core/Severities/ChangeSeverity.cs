namespace IncidentBot;

/// <summary>Says anew how bad it is. Raising is free; lowering needs a reason.</summary>
public sealed record ChangeSeverity(Severity To, string? Reason = null) : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (at.Policy.Severities.All(rule => rule.Severity != To))
            return Decision.Refuse($"There is no {To}. Take one of {Words.Join(at.Policy.Severities.Select(rule => rule.Severity.ToString()))}.");
        if (!incident.Stage.IsOpen())
            return Decision.Refuse($"{incident.Id} is {incident.Stage.Word()}; its severity stays. Reopen it first.", LineWriter.Line(incident.Id, "reopen"));
        if (incident.Severity == To) return Decision.Refuse($"{incident.Id} is {To} already.");
        if (incident.Severity.IsWorseThan(To) && string.IsNullOrWhiteSpace(Reason))
            return Decision.Refuse(
                $"Say why: lowering from {incident.Severity} to {To} needs a reason.",
                LineWriter.Line(incident.Id, "severity", To.ToString().ToLowerInvariant(), "\"…\""));
        return Decision.Accept(new SeverityChanged(incident.Severity, To, Reason));
    }
}

/// <summary>How bad it is was said anew.</summary>
public sealed record SeverityChanged(Severity From, Severity To, string? Reason) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"{(To.IsWorseThan(From) ? "raised" : "lowered")} the severity from {From} to {To}{Words.Because(Reason)}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => Reason is null ? null : this with { Reason = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) =>
        incident with { Severity = To, Peak = To.IsWorseThan(incident.Peak) ? To : incident.Peak };
}
