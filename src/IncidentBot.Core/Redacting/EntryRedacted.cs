using System.Globalization;

namespace IncidentBot;

/// <summary>The texts of entries were taken from the timeline for good; what is left of each is attested here.</summary>
/// <param name="Entries">Which entries, and what is left of them.</param>
/// <param name="Why">Why they had to go.</param>
public sealed record EntryRedacted(IReadOnlyList<RedactedEntry> Entries, string Why) : IncidentEvent
{
    private const int MostNamed = 10;

    /// <inheritdoc/>
    public override string Sentence => $"redacted {Named}{(Why.Length > 0 ? $": {Why}" : "")}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    private string Named => Entries.Count switch
    {
        1 => $"entry {Entries[0].Entry}",
        > MostNamed => $"{Entries.Count} entries",
        _ => $"entries {Words.Join(Entries.Select(redacted => redacted.Entry.ToString(CultureInfo.InvariantCulture)))}",
    };

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Why = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) =>
        incident with { Redacted = incident.Redacted.Union(Entries.Select(redacted => redacted.Entry)) };
}

/// <summary>An entry whose texts were taken away.</summary>
/// <param name="Entry">Its number.</param>
/// <param name="RemainsSha256">The SHA-256 of what is left of its body, lower-case hex.</param>
public sealed record RedactedEntry(int Entry, string RemainsSha256);
