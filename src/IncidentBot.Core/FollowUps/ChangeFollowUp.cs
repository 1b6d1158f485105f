using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>Gives a follow-up another owner or due date.</summary>
public sealed record ChangeFollowUp(int Id, Person? Owner, DateTimeOffset? Due) : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (incident.FollowUps.Find(followUp => followUp.Number == Id) is not { } known) return FollowUpRefusals.Unknown(incident, Id);
        if (known.IsDone) return Decision.Refuse($"Follow-up {Id} is done already.");
        var (owner, due) = (Owner ?? known.Owner, Due ?? known.Due);
        return (Owner is null || Owner.Is(known.Owner)) && due == known.Due
            ? Decision.Refuse($"That is how it stands: {known.InWords}.")
            : Decision.Accept(new FollowUpChanged(Id, owner, due));
    }
}

/// <summary>A follow-up has another owner or due date.</summary>
public sealed record FollowUpChanged(int Id, Person? Owner, DateTimeOffset? Due) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"gave follow-up {Id} to {Owner?.Name ?? "nobody yet"}, {(Due is { } due ? $"due {due:yyyy-MM-dd}" : "without a due date")}";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with
    {
        FollowUps = [.. incident.FollowUps.Select(followUp => followUp.Number == Id ? followUp with { Owner = Owner, Due = Due } : followUp)],
        Reminders = FollowUpReminders.CountedAnew(incident),
    };
}

/// <summary>Says that a follow-up is done.</summary>
public sealed record FinishFollowUp(int Id) : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) => incident.FollowUps.Find(followUp => followUp.Number == Id) switch
    {
        null => FollowUpRefusals.Unknown(incident, Id),
        { IsDone: true } => Decision.Refuse($"Follow-up {Id} is done already."),
        var known => Decision.Accept(new FollowUpDone(Id, Words.Brief(known.Text))),
    };
}

/// <summary>A follow-up is done.</summary>
public sealed record FollowUpDone(int Id, string Text) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"finished follow-up {Id}: {Text}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Text = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with
    {
        FollowUps = [.. incident.FollowUps.Select(followUp => followUp.Number == Id ? followUp with { IsDone = true } : followUp)],
        Reminders = FollowUpReminders.CountedAnew(incident),
    };
}

internal static class FollowUpRefusals
{
    public static Decision Unknown(Incident incident, int id) => Decision.Refuse(
        incident.FollowUps.IsEmpty ? $"{incident.Id} has no follow-ups yet." : $"{incident.Id} has follow-ups 1 to {incident.FollowUps.Count}; there is no {id}.",
        LineWriter.Line(incident.Id, "followup"));
}

internal static class FollowUpReminders
{
    /// <summary>A person has acted: the count begins anew, at the pace it had.</summary>
    public static ImmutableDictionary<ReminderKind, ReminderState> CountedAnew(Incident incident) =>
        incident.Reminders.TryGetValue(ReminderKind.FollowUpOverdue, out var state)
            ? incident.Reminders.SetItem(ReminderKind.FollowUpOverdue, state with { Fallen = 0 })
            : incident.Reminders;
}
