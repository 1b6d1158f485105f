namespace IncidentBot;

/// <summary>Which incidents are there?</summary>
public sealed record ListIncidents(IncidentFilter Filter) : Question
{
    private const int Longest = 25;

    /// <inheritdoc/>
    public override async ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var found = await sources.Catalog.ListAsync(Filter, setting.By, before: null, Longest + 1, cancellation);
        var declare = new Button("Declare an incident", "declare") { Emphasis = found.Count == 0 ? Emphasis.Primary : Emphasis.Normal };
        if (found.Count == 0)
        {
            var none = Filter.Open == true ? "No open incidents. All is calm." : "No incidents match.";
            return new Reply(none) { Card = new Message(none) { Controls = [declare] } };
        }
        var shown = found.Take(Longest).ToList();
        var text = string.Join('\n', shown.Select(OneLine)) + (found.Count > Longest ? $"\nThe newest {Longest} of more; the incidents page has all." : "");
        return new Reply(text)
        {
            Card = new Message(Filter.Open == true ? Words.Count(shown.Count, "open incident") : Words.Count(shown.Count, "incident"))
            {
                Parts = [.. shown.Select(Part)],
                Controls = [declare],
            },
        };
    }

    private static string OneLine(IncidentSummary incident) =>
        $"{incident.Id} {incident.Severity} {incident.Stage.Word()}{(incident.Drill ? ", a drill" : "")}: {incident.Title} ({incident.Commander ?? "no commander"})";

    private static Message Part(IncidentSummary incident) => new($"{incident.Id} {incident.Title}")
    {
        About = incident.Id,
        Tone = IncidentCard.ToneOf(incident.Severity, incident.Stage),
        Fields = [
            new Field("Severity", incident.Severity.ToString()), new Field("Stage", incident.Stage.ToString()), new Field("Commander", incident.Commander ?? "nobody yet"),
            .. incident.Drill ? [new Field("Drill", "an exercise")] : Array.Empty<Field>()],
    };
}
