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

    /// <summary>What is left of it when its words are taken out.</summary>
    public Alert WithoutWords() => this with { Name = Redaction.Mark, Summary = "", Link = null, Labels = new Dictionary<string, string>() };

    /// <summary>Who speaks when it is put on a timeline: the source, which is nobody's responder.</summary>
    public Person Reporter => new(new PersonId("bot:" + Person.HandleOf(Source)), Source);

    /// <summary>What rules and templates know it by: a label, or its name, summary or source; null when it has no such thing.</summary>
    public string? Value(string name) => Labels.FirstOrDefault(label => label.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? name.ToLowerInvariant() switch
    {
        "name" or "alertname" => Name,
        "summary" => Summary,
        "source" => Source,
        _ => null,
    };
}

/// <summary>An alert as the incident remembers it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="StartedAt">When it first began to fire.</param>
/// <param name="Entry">The entry that first attached it.</param>
/// <param name="ClearedAt">When it ceased to fire; null while it fires.</param>
public sealed record AttachedAlert(string Name, DateTimeOffset StartedAt, int Entry, DateTimeOffset? ClearedAt = null)
{
    /// <summary>True while it fires, as far as is known.</summary>
    public bool IsFiring => ClearedAt is null;
}
