namespace IncidentBot;

/// <summary>Notes that an alert no longer fires: on an incident, or in the house where it was proposed.</summary>
public sealed record ClearAlert(Alert Alert, DateTimeOffset? EndedAt) : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        var fires = incident.Id.IsHouse
            ? incident.Proposals.TryGetValue(Alert.Fingerprint, out var proposed) && proposed.IsFiring
            : incident.Alerts.TryGetValue(Alert.Fingerprint, out var attached) && attached.IsFiring;
        return fires
            ? Decision.Accept(new AlertCleared(Alert.Fingerprint, Alert.Name, EndedAt ?? at.Now, Alert.PayloadSha256))
            : Decision.Refuse($"{Alert.Name} does not fire here.");
    }
}

/// <summary>An alert no longer fires.</summary>
/// <param name="Fingerprint">Which one.</param>
/// <param name="Name">Its name.</param>
/// <param name="EndedAt">When it ceased to fire.</param>
/// <param name="PayloadSha256">The SHA-256 of the raw request that said so, lower-case hex.</param>
public sealed record AlertCleared(string Fingerprint, string Name, DateTimeOffset EndedAt, string PayloadSha256) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"reported that the alert {Name} no longer fires, since {Words.Moment(EndedAt)}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Name = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry)
    {
        if (incident.Alerts.TryGetValue(Fingerprint, out var alert))
            incident = incident with { Alerts = incident.Alerts.SetItem(Fingerprint, alert with { ClearedAt = EndedAt }) };
        if (incident.Proposals.TryGetValue(Fingerprint, out var proposed))
            incident = incident with { Proposals = incident.Proposals.SetItem(Fingerprint, proposed with { Cleared = this }) };
        return incident;
    }
}
