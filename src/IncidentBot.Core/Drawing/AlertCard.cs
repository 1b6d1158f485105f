namespace IncidentBot;

/// <summary>An alert drawn as a card: in the general room with what can be done about it, in an incident's room as what came in.</summary>
public static class AlertCard
{
    private const int MostLabels = 12;
    private const int MostOpen = 20;

    /// <summary>The line that declares an incident for a proposed alert, or asks for what it lacks.</summary>
    public static string DeclareLine(int proposal) => LineWriter.Line(IncidentId.House, "declare", "--alert", proposal.ToString());

    /// <summary>A proposed alert as it stands.</summary>
    /// <param name="entry">The entry that proposed it.</param>
    /// <param name="house">The house.</param>
    /// <param name="takenUpBy">The incident that has it and that the viewer may see; null when there is none.</param>
    /// <param name="open">Open incidents that the viewer may see.</param>
    /// <param name="policy">The house rules.</param>
    public static Message Proposed(Recorded entry, Incident house, IncidentId? takenUpBy, IReadOnlyList<Incident> open, Policy policy)
    {
        var alert = ((AlertProposed)entry.Event).Alert;
        if (takenUpBy is { } incident) return new Message($"{entry.Sentence}; {incident} has it.") { About = incident };
        return AlertRules.StandingOf(alert, entry.Number, house) switch
        {
            null => new Message(entry.Sentence),
            { Cleared: { } cleared } => new Message($"{entry.Sentence}; it cleared by itself at {Words.Moment(cleared.EndedAt)}.") { Tone = Tone.Good },
            _ => Offer(entry.Number, alert, open, policy),
        };
    }

    /// <summary>A proposed alert with what can be done about it.</summary>
    public static Message Offer(int proposal, Alert alert, IReadOnlyList<Incident> open, Policy policy) => Of(alert, $"Alert {proposal}") with
    {
        Fields = [new Field("Severity", AlertRule.SeverityOf(alert, policy).ToString()), .. FieldsOf(alert)],
        Controls = [
            new Button("Declare", DeclareLine(proposal)) { Emphasis = Emphasis.Primary },
            .. AttachTo(proposal, open),
            .. LinkOf(alert)],
    };

    /// <summary>An alert that an incident got.</summary>
    public static Message Attached(Recorded entry, Alert alert) => alert.Link is null
        ? new Message(entry.Sentence) { About = entry.Incident, Tone = Tone.Warning }
        : Of(alert, "Alert") with { About = entry.Incident, Controls = [.. LinkOf(alert)] };

    private static Message Of(Alert alert, string what) => new($"{what}: {alert.Name}")
    {
        Tone = Tone.Warning,
        Fields = FieldsOf(alert),
        Text = string.Join('\n', new[] { alert.Summary, LabelsOf(alert) }.Where(text => text.Length > 0)) is { Length: > 0 } text ? text : null,
    };

    private static IReadOnlyList<Field> FieldsOf(Alert alert) => [new Field("Firing since", Words.Moment(alert.StartedAt)), new Field("Source", alert.Source)];

    // Each between backticks, which every chat draws as code.
    private static string LabelsOf(Alert alert)
    {
        var labels = alert.Labels.Where(label => label.Key is not "alertname").OrderBy(label => label.Key, StringComparer.Ordinal)
            .Select(label => $"`{Words.Brief($"{label.Key}={label.Value}", 100).Replace('`', '\'')}`").ToList();
        return string.Join(' ', labels.Take(MostLabels)) + (labels.Count > MostLabels ? $" and {Words.Count(labels.Count - MostLabels, "more label")}" : "");
    }

    private static IEnumerable<Control> AttachTo(int proposal, IReadOnlyList<Incident> open)
    {
        if (open.Count == 0) yield break;
        yield return new Select("Attach to …",
        [
            new Option("Attach to …", "list", Chosen: true),
            .. open.OrderByDescending(incident => incident.LastNewsAt).Take(MostOpen).Select(incident => new Option(
                $"{incident.Id} {Words.Brief(incident.Title, 60)}", LineWriter.Line(incident.Id, "attach", proposal.ToString()))),
        ]);
    }

    private static IEnumerable<Control> LinkOf(Alert alert)
    {
        if (alert.Link is { } link) yield return new OutsideLink("See the alert", link);
    }
}
