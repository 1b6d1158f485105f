using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Chat.Slack.Drawing;

/// <summary>Words as blocks, as long as there is room for them.</summary>
internal static class Paragraphs
{
    /// <summary>The most characters of one message's words.</summary>
    public const int Longest = 9_000;

    private const int LongestHeadline = 150;

    /// <summary>A headline of its own, with a sign of how it feels.</summary>
    public static Header Headline(Message message) => new(SlackText.Label(Sign(message.Tone) + message.Headline, LongestHeadline));

    /// <summary>A paragraph.</summary>
    public static RichText Of(string text, RichStyle? style = null) => new([Section(text, style)]);

    /// <summary>A list with dots.</summary>
    public static RichText List(IEnumerable<string> items) => new([new RichList([.. items.Select(item => Section(item))])]);

    /// <summary>A paragraph's part of a block.</summary>
    public static RichSection Section(string text, RichStyle? style = null) => new(SlackText.Pieces(SlackText.Cut(text.Length == 0 ? "–" : text, Longest), style));

    /// <summary>A sign of how something feels, before words.</summary>
    public static string Sign(Tone tone) => tone switch
    {
        Tone.Critical => "🔴 ",
        Tone.Warning => "🟠 ",
        Tone.Good => "🟢 ",
        _ => "",
    };
}
