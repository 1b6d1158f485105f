using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Chat.Slack.Drawing;

/// <summary>Draws what the bot says for Slack, within Slack's limits whatever comes.</summary>
internal sealed class SlackDrawing(SlackPages pages, PolicyBook policies)
{
    private const int MostBlocks = 50;
    private const int LongestText = 4_000;

    /// <summary>A message.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="nonce">The last news of the incident that it is about: what is pressed on it is known by it. 0 when it is about none.</param>
    public Drawn Of(Message message, long nonce = 0) => Fitting(InWords(message), [.. Blocks(message, new ControlRows(pages, nonce))], message.About);

    /// <summary>The answer to a line, with what helps now.</summary>
    public Drawn Of(Reply reply, long nonce = 0)
    {
        var rows = new ControlRows(pages, nonce);
        var card = reply.Card is { } drawn ? [.. Blocks(drawn, rows)] : Array.Empty<Block>();
        var said = reply.Card is not null && !reply.Refused && reply.Token is null && !IsNews(reply) ? [] : new Block[] { Paragraphs.Of(reply.InFull(), PageOf(reply.Incident)) };
        return Fitting(string.Join('\n', [reply.InFull(), .. Typed(reply)]), [.. said, .. TypedBlocks(reply), .. card, .. rows.Of(Helps(reply))], reply.Incident);
    }

    /// <summary>A modal that tells an answer.</summary>
    public View Notice(Reply reply) => new ModalView(new Plain("IncidentBot"), Of(reply).Blocks) { Close = new Plain("Close") };

    /// <summary>What was said or shared elsewhere, with who and where.</summary>
    public Drawn Said(Recorded entry) => SaidElsewhere.Draw(entry, pages);

    /// <summary>An incident where everybody reads: how it stands or ended, and a way in. One that became private is not shown there any more.</summary>
    public Drawn Announcement(Incident incident, Policy policy) => incident.IsPrivate
        ? Of(new Message($"{incident.Id} is not public any more."))
        : Of(
            IncidentCard.Small(incident) with
            {
                Text = string.Join('\n', new[] { incident.Impact is { } impact ? $"Impact: {impact.InWords}" : null, HowItEnded(incident) }.OfType<string>()),
                Controls = [.. incident.Stage.IsActive() ? AnnouncementControls(incident) : [], new Link("Timeline", PagePaths.Incident(incident.Id))],
            },
            incident.LastNews);

    /// <summary>An incident in one line, at most 250 characters: a channel's topic. Slack is shown nothing in it that it might take for a mention.</summary>
    public static string Topic(Incident incident) => SlackText.Label(
        $"{incident.Severity} · {incident.Stage} · {(incident.Commander is { } commander ? $"{commander.Name} commands" : "no commander yet")} · {incident.Id} {incident.Title}".Replace('<', '‹').Replace('>', '›'), 250).Text;

    /// <summary>Somebody's App Home.</summary>
    /// <param name="mine">The open incidents that they take part in.</param>
    /// <param name="all">All open ones that they may see.</param>
    public View Home(IReadOnlyList<IncidentSummary> mine, IReadOnlyList<IncidentSummary> all) => HomeDrawing.Draw(mine, all, pages);

    private static string? HowItEnded(Incident incident) => incident switch
    {
        { Stage: Stage.Cancelled } => "It was a false alarm.",
        { MergedInto: { } into } => $"It goes on in {into}.",
        { ResolvedAt: { } resolved } => $"It was resolved after {Words.Span(resolved - incident.DeclaredAt)}.",
        _ => null,
    };

    private static IReadOnlyList<Control> AnnouncementControls(Incident incident) =>
        [new Button("Join", LineWriter.Line(incident.Id, "join")) { Emphasis = Emphasis.Primary }, new Button("Subscribe", LineWriter.Line(incident.Id, "subscribe"))];

    private IEnumerable<Block> Blocks(Message message, ControlRows rows)
    {
        foreach (var block in IsCard(message) ? Paragraphs.Headline(message) : [Paragraphs.Of(Paragraphs.Sign(message.Tone) + message.Headline, style: message.Text is null ? null : RichStyle.Strong)]) yield return block;
        foreach (var block in Body(message)) yield return block;
        foreach (var part in message.Parts)
        {
            yield return new Divider();
            yield return Paragraphs.Of(Paragraphs.Sign(part.Tone) + part.Headline, style: RichStyle.Strong);
            foreach (var block in Body(part)) yield return block;
            if (part.About is { } about && part.Controls.Count == 0)
                foreach (var row in rows.Of([new Button("Show", LineWriter.Line(about, "info")), new Link("Timeline", PagePaths.Incident(about))])) yield return row;
            foreach (var row in rows.Of(part.Controls)) yield return row;
        }
        foreach (var row in rows.Of(message.Controls)) yield return row;
    }

    private IEnumerable<Block> Body(Message message)
    {
        if (message.Fields.Count > 0) yield return Paragraphs.Pairs(message.Fields);
        if (message.Text is { Length: > 0 } text) yield return Paragraphs.Of(text, PageOf(message.About));
        if (message.Items.Count > 0) yield return Paragraphs.List(message.Items);
    }

    private static bool IsCard(Message message) => message.Fields.Count > 0 || message.Parts.Count > 0;

    // What happened is told before the card that shows how things stand; that alone is not told twice.
    private static bool IsNews(Reply reply) => reply.Entries.Count > 0;

    private static IEnumerable<Control> Helps(Reply reply)
    {
        if (reply.Offer is { } offer) yield return offer;
        foreach (var line in reply.Instead.Where(line => line != reply.Offer?.Line && !HasGaps(line))) yield return new Button(line, line);
    }

    private IReadOnlyList<Block> TypedBlocks(Reply reply) =>
        [.. Typed(reply).Select(line => new RichText([new RichSection([new RichWords(SlackText.Label(line, 1_000).Text) { Style = RichStyle.Programs }])]))];

    // A line that still has something to fill in is typed, not pressed: its gap would be taken for the words.
    private IEnumerable<string> Typed(Reply reply) => reply.Instead.Where(HasGaps).Select(line => $"/{policies.Current.Command} {line}");

    private static bool HasGaps(string line) => line.Contains('…') || line.Contains('<');

    private Uri? PageOf(IncidentId? about) => about is { } incident ? pages.Of(PagePaths.Incident(incident)) : null;

    private Drawn Fitting(string text, IReadOnlyList<Block> blocks, IncidentId? about)
    {
        var page = PageOf(about) ?? pages.Of("/incidents");
        var rest = new ContextLine([new Mrkdwn(page is null ? "… and more than Slack has room for; the war room has it all." : $"… and more than Slack has room for: <{page.AbsoluteUri}|see it all>")]);
        return new Drawn(SlackText.Marked(text, LongestText), Sizing.Fitting(blocks, MostBlocks, rest));
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
