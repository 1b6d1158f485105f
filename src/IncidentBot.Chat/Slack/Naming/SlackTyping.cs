using System.Text.RegularExpressions;

namespace IncidentBot.Chat.Slack.Naming;

/// <summary>Undoes what phones make of a line while it is typed: curly quotes, long dashes, odd spaces.</summary>
internal static partial class SlackTyping
{
    /// <summary>The line as it was meant.</summary>
    public static string AsTyped(string line) => Dashes().Replace(Spaces().Replace(Quotes(line), " "), "--").Trim();

    private static string Quotes(string line) => string.Concat(line.Select(c => c switch
    {
        '“' or '”' or '„' or '‟' or '«' or '»' => '"',
        '‘' or '’' or '‚' or '‛' => '\'',
        _ => c,
    }));

    [GeneratedRegex(@"[\p{Zs}\t]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<![^\s])[—–](?=\p{L})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dashes();
}
