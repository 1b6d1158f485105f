namespace IncidentBot;

/// <summary>An alert drawn as a card: in the general room with what can be done about it, in an incident's room as what came in.</summary>
public static class AlertCard
{
    private const int MostLabels = 8;
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
            { Cleared: { } cleared } => new Message($"{entry.Sentence}; it cleared by itself, {Words.Moment(cleared.EndedAt)}.") { Tone = Tone.Good },
            _ => Offer(entry.Number, alert, open, policy),
        };
    }

    /// <summary>A proposed alert with what can be done about it.</summary>
    public static Message Offer(int proposal, Alert alert, IReadOnlyList<Incident> open, Policy policy) => Of(alert) with
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
        : Of(alert) with { About = entry.Incident, Fields = [.. FieldsOf(alert)], Controls = [.. LinkOf(alert)] };

    private static Message Of(Alert alert) => new($"Alert: {alert.Name}") { Tone = Tone.Warning, Text = alert.Summary.Length == 0 ? null : alert.Summary };

    private static IEnumerable<Field> FieldsOf(Alert alert)
    {
        yield return new Field("Firing since", Words.Moment(alert.StartedAt));
        yield return new Field("Source", alert.Source);
        var labels = alert.Labels.Where(label => label.Key is not "alertname").OrderBy(label => label.Key, StringComparer.Ordinal).ToList();
        foreach (var (name, value) in labels.Take(MostLabels)) yield return new Field(Words.Brief(name, 40), Words.Brief(value, 80));
        if (labels.Count > MostLabels) yield return new Field("More labels", Words.Count(labels.Count - MostLabels, "label"));
    }

    private static IEnumerable<Control> AttachTo(int proposal, IReadOnlyList<Incident> open)
    {
        if (open.Count == 0) yield break;
        yield return new Select("Attach to …",
        [
            new Option("an open incident", "list", Chosen: true),
            .. open.OrderByDescending(incident => incident.LastNewsAt).Take(MostOpen).Select(incident => new Option(
                $"{incident.Id} {Words.Brief(incident.Title, 60)}", LineWriter.Line(incident.Id, "attach", proposal.ToString()))),
        ]);
    }

    private static IEnumerable<Control> LinkOf(Alert alert)
    {
        if (alert.Link is { } link) yield return new OutsideLink("See the alert", link);
    }
}
