using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Chat.Slack.Drawing;

/// <summary>Draws somebody's App Home: what they work on, what else is open, and the way to declare.</summary>
internal static class HomeDrawing
{
    private const int MostBlocks = 100;
    private const int MostIncidents = 20;

    /// <summary>The view.</summary>
    public static HomeView Draw(IReadOnlyList<IncidentSummary> mine, IReadOnlyList<IncidentSummary> all, SlackPages pages)
    {
        var rows = new ControlRows(pages, nonce: 0);
        var known = mine.Select(incident => incident.Id).ToHashSet();
        var others = all.Where(incident => !known.Contains(incident.Id)).ToList();
        IReadOnlyList<Block> blocks =
        [
            .. rows.Of([new Button("Declare an incident", "declare") { Emphasis = all.Count + mine.Count == 0 ? Emphasis.Primary : Emphasis.Normal }, new Link("All incidents", "/incidents")]),
            .. mine.Count + others.Count == 0 ? [Paragraphs.Of("No open incidents. All is calm.")] : Array.Empty<Block>(),
            .. Part("You take part in", mine, rows, joined: true),
            .. Part(mine.Count > 0 ? "Also open" : "Open incidents", others, rows, joined: false),
        ];
        return new HomeView(Sizing.Fitting(blocks, MostBlocks, More("… and more than there is room for")));
    }

    private static IEnumerable<Block> Part(string headline, IReadOnlyList<IncidentSummary> incidents, ControlRows rows, bool joined)
    {
        if (incidents.Count == 0) yield break;
        yield return new Header(new Plain(headline));
        foreach (var incident in incidents.Take(MostIncidents))
        {
            yield return new RichText(
            [
                new RichSection(
                [
                    .. Paragraphs.Section($"{Paragraphs.Sign(IncidentCard.ToneOf(incident.Severity, incident.Stage))}{incident.Id} {incident.Title}\n", RichStyle.Strong).Elements,
                    .. Paragraphs.Section(InWords(incident)).Elements,
                ]),
            ]);
            foreach (var row in rows.Of(ControlsOf(incident, joined))) yield return row;
        }
        if (incidents.Count > MostIncidents) yield return More($"… and {incidents.Count - MostIncidents} more");
    }

    private static ContextLine More(string words) => new([new Mrkdwn(words)]);

    private static string InWords(IncidentSummary incident) =>
        $"{incident.Severity} · {incident.Stage}{(incident.Drill ? " · a drill" : "")}{(incident.Private ? " · private" : "")} · {incident.Commander ?? "no commander yet"} · declared {Words.Moment(incident.DeclaredAt)}";

    private static IEnumerable<Control> ControlsOf(IncidentSummary incident, bool joined)
    {
        yield return new Button("Show", LineWriter.Line(incident.Id, "info"));
        if (!joined) yield return new Button("Join", LineWriter.Line(incident.Id, "join"));
        yield return new Link("Timeline", PagePaths.Incident(incident.Id));
    }
}
