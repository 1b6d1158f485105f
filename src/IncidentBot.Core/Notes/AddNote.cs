namespace IncidentBot;

/// <summary>Writes a finding or a fact on the timeline.</summary>
/// <param name="Text">What it says.</param>
/// <param name="At">When it happened; null for now.</param>
public sealed record AddNote(string Text, DateTimeOffset? At = null) : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        TextRules.Check(Text, "note", Limits.Text)
        ?? TextRules.CheckPast(At, at.Now, "--at")
        ?? new Decision.Accepted(new NoteAdded(Text.Trim())) { OccurredAt = At };
}

/// <summary>A finding or a fact.</summary>
public sealed record NoteAdded(string Text) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"noted: {Text}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Text = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident.WithResponder(entry.By);
}
