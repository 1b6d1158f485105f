namespace IncidentBot;

/// <summary>Puts reminders to sleep.</summary>
public sealed class SnoozeVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "snooze";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["remind"];

    /// <inheritdoc/>
    public override string Usage => "15m|30m|60m|… | off [NoCommander|TriageUnfinished|UpdateOverdue|FollowUpOverdue|ReviewOverdue]";

    /// <inheritdoc/>
    public override string Summary => "let reminders sleep for a while, or for good";

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        var words = arguments.Words;
        if (words.Count == 0) return Misunderstood("For how long?");
        ReminderKind? kind = null;
        if (words.Count > 1)
        {
            if (!Enum.TryParse<ReminderKind>(words[1], ignoreCase: true, out var named) || !Enum.IsDefined(named)) return Misunderstood($"There is no reminder “{Words.Brief(words[1], 40)}”.");
            kind = named;
        }
        if (words[0].Equals("off", StringComparison.OrdinalIgnoreCase)) return Asked.Do(new SnoozeReminders(null, kind));
        return Moments.Span(words[0]) is { } span ? Asked.Do(new SnoozeReminders(span, kind)) : Misunderstood($"“{Words.Brief(words[0], 40)}” is no time span.");
    }
}
