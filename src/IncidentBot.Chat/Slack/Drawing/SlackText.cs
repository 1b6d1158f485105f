using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Chat.Slack.Drawing;

/// <summary>Words for Slack: what people and alerts wrote stays what it says, and never more than there is room for.</summary>
internal static partial class SlackText
{
    private const string Format = "{date_short_pretty} {time}";

    /// <summary>Words in which nothing means anything to Slack: no mention, no link, no escape.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>At most so many characters, ended by an ellipsis where more were; a grapheme stays whole.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = 0;
        for (var graphemes = StringInfo.GetTextElementEnumerator(text); graphemes.MoveNext() && graphemes.ElementIndex < longest; end = graphemes.ElementIndex) { }
        return text[..Math.Min(end, longest - 1)].TrimEnd() + "…";
    }

    /// <summary>Plain words of a label, on one line; never empty, which Slack would refuse.</summary>
    public static Plain Label(string text, int longest) => new(Words.OnOneLine(text) is { Length: > 0 } line ? Cut(line, longest) : "–");

    /// <summary>Escaped words with moments in the reader's zone, cut to what there is room for.</summary>
    public static string Marked(string text, int longest)
    {
        for (var room = longest; ; room -= 100)
        {
            var marked = Moments().Replace(Escape(Cut(text, room)), moment => When(moment.Value) is { } at ? $"<!date^{at.ToUnixTimeSeconds()}^{Format}|{moment.Value}>" : moment.Value);
            if (marked.Length <= longest || room <= 200) return marked.Length > longest ? Cut(Escape(Cut(text, longest / 6)), longest) : marked;
        }
    }

    /// <summary>The words piece by piece: links, moments in the reader's zone, a program's words between backticks, and the rest as it is.</summary>
    public static IReadOnlyList<RichPiece> Pieces(string text, RichStyle? style = null)
    {
        var pieces = new List<RichPiece>();
        var from = 0;
        foreach (Match match in Special().Matches(text))
        {
            if (match.Index > from) pieces.Add(new RichWords(text[from..match.Index]) { Style = style });
            pieces.Add(Piece(match, style));
            from = match.Index + match.Length;
        }
        if (from < text.Length) pieces.Add(new RichWords(text[from..]) { Style = style });
        return pieces;
    }

    private static RichPiece Piece(Match match, RichStyle? style) => match.Value switch
    {
        var code when code[0] == '`' => new RichWords(code[1..^1]) { Style = RichStyle.Programs },
        var link when link.StartsWith("http", StringComparison.Ordinal) && link.Length <= 3_000 => new RichLink(link),
        var moment when When(moment) is { } at => new RichMoment(at.ToUnixTimeSeconds(), Format, moment),
        var other => new RichWords(other) { Style = style },
    };

    private static DateTimeOffset? When(string moment) => DateTimeOffset.TryParseExact(
        moment, ["yyyy-MM-dd HH:mm 'UTC'", "yyyy-MM-dd HH:mm:ss 'UTC'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year >= 1970 ? at : null;

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? UTC", RegexOptions.None, 1_000)]
    private static partial Regex Moments();

    [GeneratedRegex(@"`[^`\n]+`|https?://[^\s<>""`|]*[^\s<>""`|.,;:!?)\]}']|\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? UTC", RegexOptions.None, 1_000)]
    private static partial Regex Special();
}
