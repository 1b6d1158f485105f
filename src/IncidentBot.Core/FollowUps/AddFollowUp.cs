namespace IncidentBot;

/// <summary>Notes something to be done afterwards.</summary>
public sealed record AddFollowUp(string Text, Person? Owner = null, DateTimeOffset? Due = null) : Command
{
    /// <inheritdoc/>
    public override string? Deed => "followup";

    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        TextRules.Check(Text, "follow-up", Limits.Text)
        ?? (incident.FollowUps.Count >= 500 ? Decision.Refuse("There are 500 follow-ups already; finish some first.") : null)
        ?? Decision.Accept(new FollowUpAdded(incident.FollowUps.Count + 1, Text.Trim(), Owner, Due));
}

/// <summary>Something is to be done afterwards.</summary>
public sealed record FollowUpAdded(int Id, string Text, Person? Owner, DateTimeOffset? Due) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence =>
        $"added follow-up {Id}: {Text}{(Owner is null ? "" : $", for {Owner.Name}")}{(Due is { } due ? $", due {due:yyyy-MM-dd}" : "")}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Text = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) =>
        incident with { FollowUps = incident.FollowUps.Add(new FollowUp(Id, entry.Number, Text, Owner, Due, IsDone: false)) };
}
