using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Chat.Slack.Drawing;

/// <summary>Draws what was said or shared by another way: who, where, and their words.</summary>
internal static class SaidElsewhere
{
    /// <summary>The drawing of a message, of its new words, of its deletion, or of a file.</summary>
    public static Drawn Draw(Recorded entry, SlackPages pages)
    {
        var words = WordsOf(entry);
        var page = pages.Of(PagePaths.Entry(entry.Incident, entry.Number));
        List<RichPart> parts = [new RichSection([.. Head(entry)]), .. SlackText.Parts(SlackText.Cut(words, Paragraphs.Longest), pieces => new RichQuote(pieces))];
        if (words.Length > Paragraphs.Longest && page is not null) parts.Add(new RichSection([new RichLink(page.AbsoluteUri, "the whole of it")]));
        if (entry.Event is FileShared file && LinkOf(file, page) is { } link) parts.Add(new RichSection([new RichLink(link, "Open the file")]));
        return new Drawn(SlackText.Marked($"{entry.By.Name} ({WayOf(entry.Via)}): {words}", 4_000), [new RichText(parts)]);
    }

    private static IEnumerable<RichPiece> Head(Recorded entry)
    {
        yield return new RichWords(SlackText.Label(entry.By.Name, 100).Text) { Style = RichStyle.Strong };
        yield return new RichWords($" · {WayOf(entry.Via)}{(entry.Event is MessageEdited ? ", edited" : "")}");
        if (!entry.IsLate) yield break;
        yield return new RichWords(" · ");
        foreach (var piece in SlackText.Pieces(Words.Moment(entry.OccurredAt))) yield return piece;
    }

    private static string WordsOf(Recorded entry) => entry.Event switch
    {
        MessagePosted posted => posted.Text,
        MessageEdited edited => edited.Text,
        MessageDeleted => "This message was deleted.",
        FileShared file => $"📎 {file.Name} ({file.Size})",
        _ => entry.Event.Sentence,
    };

    private static string? LinkOf(FileShared file, Uri? page) => file.Link is { } link && SlackText.IsAddress(link) ? link : page?.AbsoluteUri;

    private static string WayOf(string via) => via switch
    {
        "web" => "war room",
        "api" => "API",
        "cli" => "command line",
        "teams" => "Teams",
        _ => via,
    };
}
