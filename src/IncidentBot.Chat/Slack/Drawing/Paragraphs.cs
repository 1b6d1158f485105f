using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Chat.Slack.Drawing;

/// <summary>Words as blocks, as long as there is room for them.</summary>
internal static class Paragraphs
{
    /// <summary>The most characters of one message's words.</summary>
    public const int Longest = 9_000;

    private const int LongestHeadline = 150;
    private const int LongestItem = 1_000;
    private const int LongestList = 6_000;

    /// <summary>A headline of its own, with a sign of how it feels; what does not fit into it is said in full below.</summary>
    public static IEnumerable<Block> Headline(Message message)
    {
        var headline = Sign(message.Tone) + message.Headline;
        yield return new Header(SlackText.Label(headline, LongestHeadline));
        if (headline.Length > LongestHeadline) yield return Of(message.Headline);
    }

    /// <summary>A paragraph, with a link to the whole where it had to be cut.</summary>
    public static RichText Of(string text, Uri? page = null, RichStyle? style = null)
    {
        var parts = SlackText.Parts(SlackText.Cut(text, Longest), pieces => new RichSection(pieces), style);
        return new RichText(text.Length > Longest && page is not null ? [.. parts, new RichSection([new RichLink(page.AbsoluteUri, "the whole of it")])] : parts);
    }

    /// <summary>A list with dots; what there is no room for is counted.</summary>
    public static RichText List(IReadOnlyList<string> items)
    {
        var shown = Fitting(items.Select(item => SlackText.Cut(item, LongestItem)), LongestList, item => item.Length);
        if (shown.Count < items.Count) shown.Add($"… and {items.Count - shown.Count} more");
        return new RichText([new RichList([.. shown.Select(item => Section(item))])]);
    }

    /// <summary>Labels and their values, each on its line.</summary>
    public static RichText Pairs(IReadOnlyList<Field> fields)
    {
        var shown = Fitting(fields.Select(field => new Field(SlackText.Label(field.Label, 100).Text, SlackText.Cut(field.Value, LongestItem))), LongestList, field => field.Label.Length + field.Value.Length);
        var pieces = shown.SelectMany((field, place) => (IEnumerable<RichPiece>)
            [new RichWords($"{(place == 0 ? "" : "\n")}{field.Label}: ") { Style = RichStyle.Strong }, .. Section(field.Value).Elements]);
        return new RichText([new RichSection([.. pieces])]);
    }

    /// <summary>A paragraph's part of a block; never empty, which Slack would refuse.</summary>
    public static RichSection Section(string text, RichStyle? style = null) =>
        new(SlackText.Pieces(text, style) is { Count: > 0 } pieces ? pieces : [new RichWords("–")]);

    /// <summary>A sign of how something feels, before words.</summary>
    public static string Sign(Tone tone) => tone switch
    {
        Tone.Critical => "🔴 ",
        Tone.Warning => "🟠 ",
        Tone.Good => "🟢 ",
        _ => "",
    };

    private static List<T> Fitting<T>(IEnumerable<T> all, int room, Func<T, int> length) => [.. all.TakeWhile(one => (room -= length(one)) >= 0)];
}
