namespace IncidentBot;

/// <summary>Puts reminders to sleep: one kind or all, for a while or for good.</summary>
/// <param name="For">How long; null for good.</param>
/// <param name="Kind">Which; null for all.</param>
public sealed record SnoozeReminders(TimeSpan? For, ReminderKind? Kind = null) : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <summary>The longest sleep that is not for good.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (For <= TimeSpan.Zero || For > Longest)
            return Decision.Refuse("Snooze for up to 30 days, or use off.", LineWriter.Line(incident.Id, "snooze", "30m"));
        if (incident.Stage is Stage.Cancelled or Stage.Merged)
            return Decision.Refuse($"{incident.Id} is {incident.Stage.Word()}; nothing reminds of it.");
        return Decision.Accept(new ReminderSnoozed(Kind, For is { } span ? at.Now + span : null));
    }
}

/// <summary>Reminders sleep.</summary>
/// <param name="Kind">Which; null for all.</param>
/// <param name="Until">Until when; null for good.</param>
public sealed record ReminderSnoozed(ReminderKind? Kind, DateTimeOffset? Until) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence =>
        $"put {(Kind is { } kind ? $"the reminder “{Word(kind)}”" : "reminders")} to sleep {(Until is { } until ? $"until {Words.Moment(until)}" : "for good")}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry)
    {
        var kinds = Kind is { } one ? [one] : Enum.GetValues<ReminderKind>();
        return incident with
        {
            Reminders = incident.Reminders.SetItems(kinds.Select(kind => KeyValuePair.Create(
                kind,
                incident.Reminders.GetValueOrDefault(kind, new ReminderState(0)) with { SleepsUntil = Until ?? DateTimeOffset.MaxValue }))),
        };
    }

    private static string Word(ReminderKind kind) => kind switch
    {
        ReminderKind.NoCommander => "no commander",
        ReminderKind.TriageUnfinished => "triage unfinished",
        ReminderKind.UpdateOverdue => "update overdue",
        ReminderKind.FollowUpOverdue => "follow-up overdue",
        _ => "review overdue",
    };
}
