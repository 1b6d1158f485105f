namespace IncidentBot;

/// <summary>Attaches an alert that fires to the incident that has it, or had it.</summary>
public sealed record AttachAlert(Alert Alert) : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        AlertRules.Taken(incident, Alert.Fingerprint) ?? Decision.Accept(new AlertAttached(Alert));
}

/// <summary>Attaches an alert that was proposed in the general room.</summary>
/// <param name="Proposal">The entry of the house that proposed it.</param>
public sealed record AttachProposal(int Proposal) : Command, IAboutProposal
{
    int? IAboutProposal.Proposal => Proposal;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (at.Entry?.Event is not AlertProposed proposed) return AlertRules.Unknown(Proposal);
        if (!incident.Stage.IsOpen())
            return Decision.Refuse($"{incident.Id} is {incident.Stage.Word()}. Reopen it first, or declare a new one.", LineWriter.Line(incident.Id, "reopen"), AlertCard.DeclareLine(Proposal));
        return AlertRules.Taken(incident, proposed.Alert.Fingerprint) ?? Decision.Accept(AlertRules.Taking(proposed.Alert, Proposal, at.House.Room));
    }
}

/// <summary>An alert belongs to the incident.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Proposal">The entry of the house that proposed it; null when nobody had to be asked.</param>
/// <param name="Rule">The rule by which it declared the incident; null when there was none.</param>
public sealed record AlertAttached(Alert Alert, int? Proposal = null, string? Rule = null) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence =>
        $"attached the alert {Alert.InWords} (firing since {Words.Moment(Alert.StartedAt)})" + (Rule is null ? "" : $", by the rule {Rule}");

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Alert = Alert.WithoutWords() };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with
    {
        Alerts = incident.Alerts.SetItem(Alert.Fingerprint, incident.Alerts.TryGetValue(Alert.Fingerprint, out var known)
            ? known with { Name = Alert.Name, ClearedAt = null }
            : new AttachedAlert(Alert.Name, Alert.StartedAt, entry.Number)),
    };

    /// <inheritdoc/>
    public override IEnumerable<Effect> Consequences(Incident now, Policy policy) =>
        Proposal is { } proposal ? [new MarkProposal(proposal, Alert.Fingerprint)] : [];
}

/// <summary>Promises to note in the house that a proposed alert is taken up.</summary>
public sealed record MarkProposal(int Proposal, string Fingerprint) : Effect
{
    /// <inheritdoc/>
    public override string Destination => "timeline";

    /// <inheritdoc/>
    public override string Purpose => "note in the general room that the alert is taken up";
}
