using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Chat.Slack.Drawing;

/// <summary>Draws what the bot says for Slack, within Slack's limits whatever comes.</summary>
internal sealed class SlackDrawing(SlackPages pages)
{
    private const int MostBlocks = 50;
    private const int MostFields = 10;
    private const int LongestField = 2_000;
    private const int LongestLabel = 100;
    private const int LongestText = 4_000;

    /// <summary>A message.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="nonce">The last news of the incident that it is about: what is pressed on it is known by it. 0 when it is about none.</param>
    public Drawn Of(Message message, long nonce = 0)
    {
        var rows = new ControlRows(pages, nonce);
        return Fitting(SlackText.Escape(InWords(message)), [.. Blocks(message, rows)], message.About);
    }

    /// <summary>The answer to a line, with what helps now.</summary>
    public Drawn Of(Reply reply, long nonce = 0)
    {
        var rows = new ControlRows(pages, nonce);
        var card = reply.Card is { } drawn ? [.. Blocks(drawn, rows)] : Array.Empty<Block>();
        var said = reply.Card is not null && !reply.Refused && reply.Token is null && !IsNews(reply) ? [] : new Block[] { Paragraphs.Of(reply.InFull()) };
        return Fitting(SlackText.Escape(reply.InFull()), [.. said, .. card, .. rows.Of(Helps(reply))], reply.Incident);
    }

    /// <summary>A modal that tells an answer.</summary>
    public View Notice(Reply reply) => new ModalView(new Plain("IncidentBot"), Of(reply).Blocks) { Close = new Plain("Close") };

    /// <summary>What was said or shared elsewhere, with who and where.</summary>
    public Drawn Said(Recorded entry) => SaidElsewhere.Draw(entry, pages);

    /// <summary>An incident where everybody reads: how it stands, and a way in.</summary>
    public Drawn Announcement(Incident incident, Policy policy) => Of(
        IncidentCard.Small(incident) with
        {
            Text = incident.Impact is { } impact ? $"Impact: {impact.InWords}" : null,
            Controls = [.. incident.Stage.IsActive() ? AnnouncementControls(incident) : [], new Link("Timeline", PagePaths.Incident(incident.Id))],
        },
        incident.LastNews);

    /// <summary>An incident in one line, at most 250 characters: a channel's topic.</summary>
    public static string Topic(Incident incident) => SlackText.Cut(
        $"{incident.Severity} · {incident.Stage} · {(incident.Commander is { } commander ? $"{commander.Name} commands" : "no commander yet")} · {incident.Id} {Words.OnOneLine(incident.Title)}", 250);

    /// <summary>Somebody's App Home.</summary>
    /// <param name="mine">The open incidents that they take part in.</param>
    /// <param name="all">All open ones that they may see.</param>
    public View Home(IReadOnlyList<IncidentSummary> mine, IReadOnlyList<IncidentSummary> all) => HomeDrawing.Draw(mine, all, pages);

    private static IReadOnlyList<Control> AnnouncementControls(Incident incident) =>
        [new Button("Join", LineWriter.Line(incident.Id, "join")) { Emphasis = Emphasis.Primary }, new Button("Subscribe", LineWriter.Line(incident.Id, "subscribe"))];

    private static IEnumerable<Block> Blocks(Message message, ControlRows rows)
    {
        yield return message.Fields.Count > 0 || message.Parts.Count > 0 ? Paragraphs.Headline(message) : Paragraphs.Of(Paragraphs.Sign(message.Tone) + message.Headline);
        foreach (var block in Body(message)) yield return block;
        foreach (var part in message.Parts)
        {
            yield return new Divider();
            yield return Paragraphs.Of(Paragraphs.Sign(part.Tone) + part.Headline, RichStyle.Strong);
            foreach (var block in Body(part)) yield return block;
            if (part.About is { } about && part.Controls.Count == 0)
                foreach (var row in rows.Of([new Button("Show", LineWriter.Line(about, "info")), new Link("Timeline", PagePaths.Incident(about))])) yield return row;
            foreach (var row in rows.Of(part.Controls)) yield return row;
        }
        foreach (var row in rows.Of(message.Controls)) yield return row;
    }

    private static IEnumerable<Block> Body(Message message)
    {
        foreach (var fields in message.Fields.Chunk(MostFields)) yield return new Section { Fields = [.. fields.Select(Pair)] };
        if (message.Text is { Length: > 0 } text) yield return Paragraphs.Of(text);
        if (message.Items.Count > 0) yield return Paragraphs.List(message.Items);
    }

    private static Mrkdwn Pair(Field field) => new($"*{SlackText.Escape(SlackText.Label(field.Label, LongestLabel).Text)}*\n{SlackText.Marked(field.Value.Length == 0 ? "–" : field.Value, LongestField - 6 * LongestLabel)}");

    // What happened is told before the card that shows how things stand; that alone is not told twice.
    private static bool IsNews(Reply reply) => reply.Entries.Count > 0;

    private static IEnumerable<Control> Helps(Reply reply)
    {
        if (reply.Offer is { } offer) yield return offer;
        foreach (var line in reply.Instead.Where(line => line != reply.Offer?.Line)) yield return new Button(line, line);
    }

    private Drawn Fitting(string text, IReadOnlyList<Block> blocks, IncidentId? about)
    {
        if (blocks.Count <= MostBlocks) return new Drawn(SlackText.Cut(text, LongestText), blocks);
        var page = pages.Of(about is { } incident ? PagePaths.Incident(incident) : "/incidents");
        var rest = new ContextLine([new Mrkdwn(page is null ? "… and more than Slack has room for; the war room has it all." : $"… and more than Slack has room for: <{page.AbsoluteUri}|see it all>")]);
        return new Drawn(SlackText.Cut(text, LongestText), [.. blocks.Take(MostBlocks - 1), rest]);
    }

    private static string InWords(Message message) => string.Join('\n',
    [
        message.Headline,
        .. message.Text is { } text ? [text] : Array.Empty<string>(),
        .. message.Fields.Select(field => $"{field.Label}: {field.Value}"),
        .. message.Items,
        .. message.Parts.Select(part => part.Headline),
    ]);
}
