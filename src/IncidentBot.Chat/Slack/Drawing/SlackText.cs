using System.Globalization;
using System.Text;
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
    public static Plain Label(string text, int longest) => new(Words.OnOneLine(Clean(text)) is { Length: > 0 } line ? Cut(line, longest) : "–");

    /// <summary>Escaped words with moments in the reader's zone, cut to what there is room for.</summary>
    public static string Marked(string text, int longest)
    {
        var marked = new StringBuilder();
        foreach (var piece in Whole(Clean(text)))
        {
            if (marked.Length + piece.Length >= longest) return marked.ToString().TrimEnd() + "…";
            marked.Append(piece);
        }
        return marked.ToString();
    }

    /// <summary>The words as parts of a block: what stands between three backticks as code, the rest as the part that is made of its pieces.</summary>
    public static IReadOnlyList<RichPart> Parts(string text, Func<IReadOnlyList<RichPiece>, RichPart> make, RichStyle? style = null)
    {
        var parts = new List<RichPart>();
        foreach (var part in CodeBlocks().Split(Clean(text)).Select((words, place) => (Words: words.Trim('\n'), IsCode: place % 2 == 1)))
        {
            if (string.IsNullOrWhiteSpace(part.Words)) continue;
            parts.Add(part.IsCode ? new RichCode([new RichWords(part.Words)]) : make(Pieces(part.Words, style)));
        }
        return parts.Count > 0 ? parts : [make([new RichWords("–")])];
    }

    /// <summary>The words piece by piece: links, moments in the reader's zone, a program's words between backticks, and the rest as it is.</summary>
    public static IReadOnlyList<RichPiece> Pieces(string text, RichStyle? style = null)
    {
        var pieces = new List<RichPiece>();
        var (words, from) = (Clean(text), 0);
        foreach (Match match in Special().Matches(words))
        {
            if (match.Index > from) pieces.Add(new RichWords(words[from..match.Index]) { Style = style });
            pieces.Add(Piece(match, style));
            from = match.Index + match.Length;
        }
        if (from < words.Length) pieces.Add(new RichWords(words[from..]) { Style = style });
        return pieces;
    }

    private static RichPiece Piece(Match match, RichStyle? style) => match.Value switch
    {
        var code when code[0] == '`' => new RichWords(code[1..^1]) { Style = RichStyle.Programs },
        var link when link.StartsWith("http", StringComparison.Ordinal) => IsAddress(link) ? new RichLink(link) : new RichWords(link) { Style = style },
        var moment when When(moment) is { } at => new RichMoment(at.ToUnixTimeSeconds(), Format, moment),
        var other => new RichWords(other) { Style = style },
    };

    /// <summary>True for an address that Slack takes as a link.</summary>
    public static bool IsAddress(string address) =>
        address.Length <= 3_000 && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0;

    // A moment stays whole; everything else may be cut between graphemes.
    private static IEnumerable<string> Whole(string text)
    {
        var from = 0;
        foreach (Match match in Moments().Matches(text))
        {
            foreach (var grapheme in Graphemes(text[from..match.Index])) yield return grapheme;
            yield return When(match.Value) is { } at ? Marked(at, match.Value) : match.Value;
            from = match.Index + match.Length;
        }
        foreach (var grapheme in Graphemes(text[from..])) yield return grapheme;
    }

    private static IEnumerable<string> Graphemes(string text)
    {
        for (var graphemes = StringInfo.GetTextElementEnumerator(text); graphemes.MoveNext();) yield return Escape(graphemes.GetTextElement());
    }

    private static string Marked(DateTimeOffset at, string fallback) => $"<!date^{at.ToUnixTimeSeconds()}^{Format}|{fallback}>";

    // What no text is made of: control characters, and halves of characters that lost their other half.
    private static string Clean(string text) => text.All(c => !char.IsSurrogate(c) && (!char.IsControl(c) || c is '\n' or '\t'))
        ? text
        : string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) || rune.Value is '\n' or '\t'));

    private static DateTimeOffset? When(string moment) => DateTimeOffset.TryParseExact(
        moment, ["yyyy-MM-dd HH:mm 'UTC'", "yyyy-MM-dd HH:mm:ss 'UTC'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year >= 1970 ? at : null;

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? UTC", RegexOptions.None, 1_000)]
    private static partial Regex Moments();

    [GeneratedRegex(@"```(?<code>.+?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex CodeBlocks();

    [GeneratedRegex(@"`[^`\n]+`|https?://[^\s<>""`|]*[^\s<>""`|.,;:!?)\]}']|\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? UTC", RegexOptions.None, 1_000)]
    private static partial Regex Special();
}
