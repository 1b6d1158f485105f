using System.Text;
using IncidentBot.Web.Messages;

namespace IncidentBot.Web.Reviews;

/// <summary>Texts inside Markdown: every character stays what it is, whatever it would mean there.</summary>
internal static class MarkdownText
{
    private static readonly string[] Schemes = ["www", "mailto", "tel"];

    /// <summary>On one line, for headings.</summary>
    public static string OneLine(string text) => string.Join(' ', LinesOf(text));

    /// <summary>For a paragraph or a list item: lines stay lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="indent">What stands before each further line.</param>
    public static string Lines(string text, string indent = "") => string.Join($"\\\n{indent}", LinesOf(text));

    /// <summary>For a cell of a table.</summary>
    public static string Cell(string text) => string.Join("<br>", LinesOf(text));

    private static IEnumerable<string> LinesOf(string text) => text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line);

    private static string Line(string line)
    {
        var escaped = new StringBuilder(line.Length + 8);
        var at = 0;
        foreach (var address in RichText.Pieces(line).Where(piece => piece.Kind == PieceKind.Link).Select(piece => piece.Text))
        {
            var from = line.IndexOf(address, at, StringComparison.Ordinal);
            Append(escaped, line[at..from]);
            Address(escaped, address);
            at = from + address.Length;
        }
        Append(escaped, line[at..]);
        return AtTheEdges(escaped.ToString());
    }

    // An address that a table would cut is no link, but still itself.
    private static void Address(StringBuilder escaped, string address)
    {
        if (address.AsSpan().IndexOfAny('|', '\\') < 0) escaped.Append('<').Append(address).Append('>');
        else Append(escaped, address);
    }

    private static void Append(StringBuilder escaped, string words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (Means(words, at)) escaped.Append('\\');
            escaped.Append(words[at]);
        }
    }

    private static bool Means(string words, int at) => words[at] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '<' or '|' or '~' or '^' => true,
        '=' or '+' => IsSame(words, at, at - 1) || IsSame(words, at, at + 1),
        ':' or '.' => MakesAnAddress(words, at),
        '_' => !(IsInside(words, at - 1) && IsInside(words, at + 1)),
        '&' => at + 1 < words.Length && (char.IsLetter(words[at + 1]) || words[at + 1] == '#'),
        _ => false,
    };

    private static bool IsSame(string words, int at, int other) => other >= 0 && other < words.Length && words[at] == words[other];

    // Readers' programs make links of bare addresses, and would show our backslashes in them.
    private static bool MakesAnAddress(string words, int at) =>
        words.AsSpan(at).StartsWith("://") || Schemes.Any(scheme => words.AsSpan(0, at).EndsWith(scheme, StringComparison.OrdinalIgnoreCase));

    private static bool IsInside(string words, int at) => at >= 0 && at < words.Length && char.IsLetterOrDigit(words[at]);

    // A heading, a list, a quotation begin a line; a run of # at its end would close a heading.
    private static string AtTheEdges(string line)
    {
        if (line.Length == 0) return line;
        if (line[^1] == '#') line = line[..^1] + "\\#";
        if (line[0] is '#' or '>' or '+' or '-' or '=') return line == "\\#" ? line : "\\" + line;
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < line.Length && line[digits] is '.' or ')' ? line[..digits] + "\\" + line[digits..] : line;
    }
}
