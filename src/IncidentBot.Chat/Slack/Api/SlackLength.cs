using System.Globalization;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>What is longer than Slack takes is cut: where a reader's character ends, never within an escape, with an ellipsis.</summary>
internal static class SlackLength
{
    /// <summary>A message's text.</summary>
    public const int Message = 4_000;

    /// <summary>A channel's topic.</summary>
    public const int Topic = 250;

    private const int LongestEscape = 5;

    /// <summary>The text, cut when it is longer.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = 0;
        for (var next = 0; next < longest; next += StringInfo.GetNextTextElementLength(text, next)) end = next;
        // A single character that is too long by itself has no good place to be cut.
        if (end == 0) return "…";
        var escape = text.LastIndexOf('&', end - 1, Math.Min(end, LongestEscape));
        if (escape >= 0 && text.IndexOf(';', escape) is var close && close >= end && close - escape < LongestEscape) end = escape;
        return text[..end].TrimEnd() + "…";
    }
}
