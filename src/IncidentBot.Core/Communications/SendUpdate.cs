namespace IncidentBot;

/// <summary>Whom an update is for.</summary>
public enum Audience
{
    /// <summary>The team that works on it.</summary>
    Internal,

    /// <summary>Leadership, support, sales: people inside who wait for news.</summary>
    Stakeholders,

    /// <summary>Customers.</summary>
    Public,
}

/// <summary>Words for audiences.</summary>
public static class Audiences
{
    /// <summary>The audience's word: <c>stakeholders</c>.</summary>
    public static string Word(this Audience audience) => audience.ToString().ToLowerInvariant();

    /// <summary>Who reads it: <c>customers</c>.</summary>
    public static string Readers(this Audience audience) => audience switch
    {
        Audience.Internal => "the team",
        Audience.Public => "customers",
        _ => "stakeholders",
    };

    /// <summary>Reads <c>internal</c>, <c>stakeholders</c> (or <c>exec</c>), <c>public</c> (or <c>customers</c>).</summary>
    public static Audience? Find(string word) => word.ToLowerInvariant() switch
    {
        "internal" or "team" or "working" => Audience.Internal,
        "stakeholders" or "stakeholder" or "exec" or "executives" => Audience.Stakeholders,
        "public" or "customers" or "external" => Audience.Public,
        _ => null,
    };
}

/// <summary>The last update to one audience.</summary>
public sealed record UpdateNote(Audience Audience, int Entry, DateTimeOffset At, string Text, DateTimeOffset NextDueAt);

/// <summary>Tells an audience how things stand, or records that it was told elsewhere.</summary>
/// <param name="Audience">Whom.</param>
/// <param name="Text">What.</param>
/// <param name="Elsewhere">Where it was sent, when it was sent elsewhere; null when this is where it is said.</param>
/// <param name="Next">How long until the next one; null takes the severity's cadence.</param>
public sealed record SendUpdate(Audience Audience, string Text, string? Elsewhere = null, TimeSpan? Next = null) : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        TextRules.Check(Text, "update", Limits.Text)
        ?? (Elsewhere is null ? null : TextRules.Check(Elsewhere, "place", Limits.Reason))
        ?? (Next <= TimeSpan.Zero ? Decision.Refuse("The next update cannot be due in the past. Check --next.") : null)
        ?? Decision.Accept(new UpdateSent(Audience, Text.Trim(), Elsewhere?.Trim(), at.Now + (Next ?? at.Policy.RuleOf(incident.Severity).Cadence(Audience))));
}

/// <summary>An audience was told how things stand.</summary>
public sealed record UpdateSent(Audience Audience, string Text, string? Elsewhere, DateTimeOffset NextDueAt) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence =>
        $"{(Elsewhere is null ? "posted" : "sent")} an update for {Audience.Readers()}{(Elsewhere is null ? "" : $" by {Elsewhere}")}: {Text} (next by {Words.Moment(NextDueAt)})";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Text = Redaction.Mark, Elsewhere = Redaction.Of(Elsewhere) };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => (incident with
    {
        Updates = incident.Updates.SetItem(Audience, new UpdateNote(Audience, entry.Number, entry.OccurredAt, Words.Brief(Text, 300), NextDueAt)),
        Reminders = incident.Reminders.Remove(ReminderKind.UpdateOverdue),
    }).WithResponder(entry.By);
}

/// <summary>When the next working update is due.</summary>
public static class NextUpdate
{
    /// <summary>The latest of: the cadence from when work began (or began again), the cadence from the last update to anybody, and what the last working update promised.</summary>
    public static DateTimeOffset DueAt(Incident incident, Policy policy)
    {
        var every = policy.RuleOf(incident.Severity).UpdateEvery;
        var due = incident.WorkSince + every;
        foreach (var update in incident.Updates.Values)
        {
            var next = update.Audience == Audience.Internal ? update.NextDueAt : update.At + every;
            if (next > due) due = next;
        }
        return due;
    }
}
