namespace IncidentBot;

/// <summary>What a monitoring system reported.</summary>
/// <param name="Fingerprint">Tells the same alert again: the source's own, or a digest of its labels.</param>
/// <param name="Name">Its name: <c>HighErrorRate</c>.</param>
/// <param name="Summary">What it says, in a sentence; empty when it says nothing.</param>
/// <param name="StartedAt">When it began to fire.</param>
/// <param name="Source">Who reported it: <c>Alertmanager</c>.</param>
/// <param name="Link">Where it can be looked at; null when the source names no place.</param>
/// <param name="Labels">What it is marked with, by name.</param>
/// <param name="PayloadSha256">The SHA-256 of the raw request that brought it, lower-case hex.</param>
public sealed record Alert(
    string Fingerprint, string Name, string Summary, DateTimeOffset StartedAt, string Source, string? Link,
    IReadOnlyDictionary<string, string> Labels, string PayloadSha256)
{
    /// <summary>One line: its name, and what it says.</summary>
    public string InWords => Summary.Length == 0 ? Name : $"{Name}: {Summary}";
}

/// <summary>An alert as the incident remembers it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="StartedAt">When it began to fire.</param>
/// <param name="Entry">The entry that attached it.</param>
/// <param name="ClearedAt">When it ceased to fire; null while it fires.</param>
public sealed record AttachedAlert(string Name, DateTimeOffset StartedAt, int Entry, DateTimeOffset? ClearedAt = null);

/// <summary>An alert belongs to the incident.</summary>
public sealed record AlertAttached(Alert Alert) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"attached the alert {Alert.InWords} (firing since {Words.Moment(Alert.StartedAt)})";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with
    {
        Alerts = incident.Alerts.SetItem(Alert.Fingerprint, new AttachedAlert(Alert.Name, Alert.StartedAt, entry.Number)),
    };
}

/// <summary>An alert of the incident no longer fires.</summary>
/// <param name="Fingerprint">Which one.</param>
/// <param name="Name">Its name.</param>
/// <param name="EndedAt">When it ceased to fire.</param>
/// <param name="PayloadSha256">The SHA-256 of the raw request that said so, lower-case hex.</param>
public sealed record AlertCleared(string Fingerprint, string Name, DateTimeOffset EndedAt, string PayloadSha256) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"reported that the alert {Name} no longer fires, since {Words.Moment(EndedAt)}";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident.Alerts.TryGetValue(Fingerprint, out var alert)
        ? incident with { Alerts = incident.Alerts.SetItem(Fingerprint, alert with { ClearedAt = EndedAt }) }
        : incident;
}
