namespace IncidentBot;

/// <summary>What the bot says in a room about an entry. Messages and files speak for themselves and are drawn by the adapter.</summary>
public static class RoomDrawing
{
    /// <summary>The words for an entry; null when the room hears nothing of it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="policy">The house rules, for what can be done next.</param>
    public static Message? Of(Recorded entry, Policy policy) => entry.Event switch
    {
        MessagePosted or MessageEdited or MessageDeleted or FileShared => null,
        _ when entry.Event.Prominence == Prominence.Housekeeping => null,
        ReminderFell reminder => Reminder(reminder, entry.Incident),
        HandoffOffered offered => Offer(offered, entry.Incident),
        PromiseBroken broken => new Message(entry.Sentence) { Tone = Tone.Warning, About = entry.Incident, Controls = [new Button("Try again", LineWriter.Line(entry.Incident, "retry", $"{broken.Entry}.{broken.Index}"))] },
        AlertProposed proposed => AlertCard.Offer(entry.Number, proposed.Alert, [], policy),
        AlertAttached attached => AlertCard.Attached(entry, attached.Alert),
        AlertCleared => new Message(entry.Sentence) { About = entry.Incident, Tone = Tone.Good },
        RoleAssigned assigned => new Message(entry.Sentence) { About = entry.Incident, Text = policy.RoleBy(assigned.Role)?.Duties },
        SeverityChanged changed => new Message(entry.Sentence) { About = entry.Incident, Tone = IncidentCard.ToneOf(changed.To, Stage.Triage) },
        StageChanged { To: Stage.Review or Stage.Closed } => new Message(entry.Sentence) { About = entry.Incident, Tone = Tone.Good },
        _ => new Message(entry.Sentence) { About = entry.Incident },
    };

    private static readonly string[] Snoozes = ["15m", "30m", "60m"];

    private static Message Reminder(ReminderFell reminder, IncidentId incident)
    {
        string Line(params string[] words) => LineWriter.Line(incident, words);
        IReadOnlyList<Control> act = reminder.Kind switch
        {
            ReminderKind.NoCommander => [new Button("Take command", Line("role", "claim", RoleNames.Commander)) { Emphasis = Emphasis.Primary }],
            ReminderKind.TriageUnfinished => [new Button("How it stands", Line("info")) { Emphasis = Emphasis.Primary }],
            ReminderKind.UpdateOverdue => [new Button("Post update", Line("update")) { Emphasis = Emphasis.Primary }],
            ReminderKind.FollowUpOverdue => [new Button("Show follow-ups", Line("followup")) { Emphasis = Emphasis.Primary }],
            _ => [new Button("How it stands", Line("info")) { Emphasis = Emphasis.Primary }],
        };
        var kind = reminder.Kind.ToString();
        return new Message(char.ToUpperInvariant(reminder.About[0]) + reminder.About[1..])
        {
            About = incident,
            Tone = Tone.Warning,
            Text = reminder.Instance >= reminder.Most ? "This was the last reminder of it." : null,
            Controls = [
                .. act,
                .. Snoozes.Select(span => new Button($"Snooze {span.Replace("m", " min")}", Line("snooze", span, kind))),
                new Button("Not needed", Line("snooze", "off", kind))],
        };
    }

    private static Message Offer(HandoffOffered offered, IncidentId incident) => new($"{offered.From.Name} offers the role {offered.Title.ToLowerInvariant()} to {offered.To.Name}")
    {
        About = incident,
        Tone = Tone.Warning,
        Text = (offered.Note is null ? "" : offered.Note + "\n") + $"{offered.To.Name}, you take it over when you accept, until {Words.Moment(offered.LapsesAt)}.",
        Items = offered.Briefing.Split('\n'),
        Controls = [
            new Button("Accept", LineWriter.Line(incident, "handoff", "accept")) { Emphasis = Emphasis.Primary },
            new Button("Decline", LineWriter.Line(incident, "handoff", "decline"))],
    };
}
