namespace IncidentBot;

/// <summary>Where was this written?</summary>
public sealed record SearchFor(SearchQuery Query) : Question
{
    private const int Longest = 10;

    /// <inheritdoc/>
    public override async ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var answer = await sources.Search.FindAsync(Query, setting.By, before: null, Longest, cancellation);
        return answer.Hits.Count == 0 ? Nothing(answer) : Found(answer);
    }

    private Reply Found(SearchAnswer answer)
    {
        var headline = answer.Next is null
            ? $"{Words.Count(answer.Hits.Count, "entry", "entries")} with “{Words.Brief(Query.Text, 60)}”{Where}"
            : $"The first {answer.Hits.Count} entries with “{Words.Brief(Query.Text, 60)}”{Where}";
        IEnumerable<string> lines = [headline, .. answer.Hits.Select(OneLine)];
        return new Reply(string.Join('\n', answer.Unfinished is { } unfinished ? lines.Append(unfinished) : lines))
        {
            Incident = Query.In,
            Card = new Message(headline)
            {
                Text = answer.Unfinished,
                Parts = [.. answer.Hits.Select(Part)],
                Controls = [new Link(answer.Next is null ? "Open as a page" : "Show more", SearchPath.Of(Query))],
            },
        };
    }

    private Reply Nothing(SearchAnswer answer)
    {
        var everywhere = Query.In is not { } room ? null : LineWriter.Line(room, "search", LineWriter.Quote(Query.Text), "--everywhere");
        var sentence = answer.Unfinished is { } unfinished
            ? $"Nothing found yet for “{Words.Brief(Query.Text, 60)}”{Where}. {unfinished}"
            : $"Nothing found for “{Words.Brief(Query.Text, 60)}”{Where}. Try fewer words, or only the beginning of one{(everywhere is null ? "" : "; --everywhere looks in all incidents")}.";
        return new Reply(sentence)
        {
            Incident = Query.In,
            Card = new Message(sentence) { Controls = everywhere is null ? [] : [new Button("Look in all incidents", everywhere)] },
        };
    }

    private string Where => Query.In is { } room ? $" in {room}" : "";

    private static string OneLine(SearchHit hit) =>
        $"{hit.Incident.Id} entry {hit.Entry.Number}, {Words.Moment(hit.Entry.OccurredAt)}, {hit.Entry.By.Name}: {hit.Excerpt.Text}";

    private static Message Part(SearchHit hit) => new($"{hit.Incident.Id} {hit.Incident.Title}")
    {
        Tone = IncidentCard.ToneOf(hit.Incident.Severity, hit.Incident.Stage),
        Text = $"{hit.Entry.By.Name}, {Words.Moment(hit.Entry.OccurredAt)}: {hit.Excerpt.Text}",
        Controls = [new Link($"Entry {hit.Entry.Number} on the timeline", SearchPath.Entry(hit.Incident.Id, hit.Entry.Number))],
    };
}
