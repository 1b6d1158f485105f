using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>A decision as the incident remembers it.</summary>
public sealed record DecisionNote(int Entry, string Brief);

/// <summary>Records what was decided, why, and what else was on the table.</summary>
public sealed record RecordDecision(string Text, string? Because = null, IReadOnlyList<string>? Options = null) : Command
{
    /// <inheritdoc/>
    public override string? Deed => "decision";

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        TextRules.Check(Text, "decision", Limits.Text)
        ?? (Because is null ? null : TextRules.Check(Because, "reason", Limits.Reason))
        ?? Decision.Accept(new DecisionRecorded(Text.Trim(), Because?.Trim(), Options ?? []));
}

/// <summary>Something was decided.</summary>
public sealed record DecisionRecorded(string Text, string? Because, IReadOnlyList<string> Options) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence =>
        $"decided: {Text}{Words.Because(Because)}{(Options.Count > 0 ? $" (options: {string.Join("; ", Options)})" : "")}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Text = Redaction.Mark, Because = Redaction.Of(Because), Options = [] };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) =>
        (incident with { Decisions = incident.Decisions.Add(new DecisionNote(entry.Number, Words.Brief(Text))) }).WithResponder(entry.By);
}
