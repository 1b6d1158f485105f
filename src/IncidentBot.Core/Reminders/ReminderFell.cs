namespace IncidentBot;

/// <summary>A reminder fell due. It keeps the threshold that it was judged by.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Instance">The how-manieth of its series, from 1.</param>
/// <param name="Most">How many of the series fall at most.</param>
/// <param name="DueAt">When it was due.</param>
/// <param name="Every">How long between two of them.</param>
/// <param name="About">What it says, in one sentence.</param>
public sealed record ReminderFell(ReminderKind Kind, int Instance, int Most, DateTimeOffset DueAt, TimeSpan Every, string About) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"reminded: {About}" + (Instance >= Most ? " (for the last time)" : "");

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { About = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with
    {
        Reminders = incident.Reminders.SetItem(Kind, new ReminderState(Instance, DueAt)),
    };
}

/// <summary>What reminders say.</summary>
internal static class ReminderWords
{
    public static string About(ReminderKind kind, Incident incident, DateTimeOffset dueAt) => kind switch
    {
        ReminderKind.NoCommander => "nobody is incident commander yet. Who takes it?",
        ReminderKind.TriageUnfinished => "triage is not finished. How bad is it, and who leads?",
        ReminderKind.UpdateOverdue => "the team waits for a working update.",
        ReminderKind.ReviewOverdue => "the review is overdue.",
        _ => OverdueFollowUps(incident, dueAt),
    };

    private static string OverdueFollowUps(Incident incident, DateTimeOffset dueAt)
    {
        var overdue = incident.FollowUps.Where(followUp => !followUp.IsDone && followUp.Due <= dueAt).ToList();
        return $"{Words.Count(overdue.Count, "follow-up")} overdue: {string.Join("; ", overdue.Take(3).Select(followUp => followUp.InWords))}.";
    }
}
