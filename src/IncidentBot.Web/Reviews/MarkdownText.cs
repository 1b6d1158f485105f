using System.Text;
using IncidentBot.Web.Messages;

namespace IncidentBot.Web.Reviews;

/// <summary>Texts inside Markdown: every character stays what it is, whatever it would mean there.</summary>
internal static class MarkdownText
{
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
        foreach (var piece in RichText.Pieces(line))
        {
            if (piece.Kind == PieceKind.Link) Address(escaped, piece.Text);
            else Append(escaped, Source(piece));
        }
        return AtTheEdges(escaped.ToString());
    }

    // An address that a table would cut is no link, but still itself.
    private static void Address(StringBuilder escaped, string address)
    {
        var colon = address.IndexOf(':');
        if (address.AsSpan().IndexOfAny('|', '\\') < 0) escaped.Append('<').Append(address).Append('>');
        else Append(escaped.Append(address, 0, colon).Append('\\'), address[colon..]);
    }

    private static string Source(TextPiece piece) => piece.Kind switch
    {
        PieceKind.Code => $"`{piece.Text}`",
        PieceKind.Block => $"```{piece.Text}```",
        _ => piece.Text,
    };

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
        '\\' or '`' or '*' or '[' or ']' or '<' or '|' or '~' => true,
        '_' => !(IsInside(words, at - 1) && IsInside(words, at + 1)),
        '&' => at + 1 < words.Length && (char.IsLetter(words[at + 1]) || words[at + 1] == '#'),
        _ => false,
    };

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
