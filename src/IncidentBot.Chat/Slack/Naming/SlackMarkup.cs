using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Chat.Slack.Naming;

/// <summary>Reads text as Slack writes it: what stands in angle brackets is somebody or something, and the brackets that people typed are escaped.</summary>
internal static partial class SlackMarkup
{
    /// <summary>The pieces of a text. Whatever is none that is known is words.</summary>
    public static IReadOnlyList<SlackPart> Read(string text)
    {
        var parts = new List<SlackPart>();
        var at = 0;
        foreach (Match match in Brackets().Matches(text))
        {
            if (match.Index > at) parts.Add(new SlackPart.Text(Unescape(text[at..match.Index])));
            parts.Add(Part(match.Groups["id"].Value, match.Groups["label"] is { Success: true, Length: > 0 } label ? Unescape(label.Value) : null));
            at = match.Index + match.Length;
        }
        if (at < text.Length) parts.Add(new SlackPart.Text(Unescape(text[at..])));
        return parts;
    }

    /// <summary>What stands behind a mention of this user at the beginning; null when the text does not begin with one.</summary>
    public static string? After(string text, string user)
    {
        var match = Brackets().Match(text);
        var begins = match.Success && string.IsNullOrWhiteSpace(text[..match.Index]) && match.Groups["id"].Value == $"@{user}";
        return begins ? text[(match.Index + match.Length)..].TrimStart(' ', '\n', '\t', '\u00a0', ':', ',') : null;
    }

    private static SlackPart Part(string id, string? label) => id switch
    {
        ['@', .. var user] => new SlackPart.User(user, label),
        ['#', .. var channel] => new SlackPart.Channel(channel, label),
        _ when id.StartsWith("!subteam^", StringComparison.Ordinal) => new SlackPart.Group(id["!subteam^".Length..], label),
        _ when id.StartsWith("!date^", StringComparison.Ordinal) => new SlackPart.Text(label ?? Date(id)),
        ['!', .. var word] => new SlackPart.Text($"@{(label ?? word).TrimStart('@')}"),
        _ => new SlackPart.Link(Unescape(id), label),
    };

    private static string Date(string id) => id.Split('^') is [_, var seconds, ..] && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var unix) && unix < 253_402_300_800
        ? Words.Moment(DateTimeOffset.FromUnixTimeSeconds(unix))
        : id;

    private static string Unescape(string text) => text.Contains('&') ? text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&") : text;

    [GeneratedRegex(@"<(?<id>[@#][A-Z0-9]+|![a-z]+(\^[^|<>]*)?|[a-zA-Z][a-zA-Z0-9+.-]*:[^|<>]+)(\|(?<label>[^<>]*))?>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brackets();
}
