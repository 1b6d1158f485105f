using System.Text.RegularExpressions;

namespace IncidentBot.Web.Messages;

/// <summary>A piece of what somebody wrote: plain words, code, a block of code, or an address.</summary>
public readonly record struct TextPiece(PieceKind Kind, string Text);

/// <summary>What a piece of text is.</summary>
public enum PieceKind
{
    /// <summary>Words.</summary>
    Plain,

    /// <summary>Between single back-ticks.</summary>
    Code,

    /// <summary>Between triple back-ticks.</summary>
    Block,

    /// <summary>A bare http or https address.</summary>
    Link,

    /// <summary>An incident's number.</summary>
    Incident,
}

/// <summary>Cuts a text into pieces. What is not clearly something else is plain words; nothing is ever taken as HTML.</summary>
public static partial class RichText
{
    /// <summary>The pieces, in order; together they are the text.</summary>
    public static IEnumerable<TextPiece> Pieces(string text)
    {
        var at = 0;
        foreach (Match match in Special().Matches(text))
        {
            if (match.Index > at) yield return new TextPiece(PieceKind.Plain, text[at..match.Index]);
            foreach (var piece in PiecesOf(match)) yield return piece;
            at = match.Index + match.Length;
        }
        if (at < text.Length) yield return new TextPiece(PieceKind.Plain, text[at..]);
    }

    private static IEnumerable<TextPiece> PiecesOf(Match match)
    {
        if (match.Groups["block"] is { Success: true } block) return [new TextPiece(PieceKind.Block, block.Value.Trim('\n'))];
        if (match.Groups["code"] is { Success: true } code) return [new TextPiece(PieceKind.Code, code.Value)];
        if (match.Groups["incident"].Success) return [new TextPiece(PieceKind.Incident, match.Value)];

        // A full stop or a bracket behind an address belongs to the sentence.
        var address = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', '\'', '"', ']');
        if (address.Length < match.Value.Length && match.Value[address.Length] == ')' && address.Contains('(')) address += ')';
        var behind = match.Value[address.Length..];
        var link = new TextPiece(Uri.TryCreate(address, UriKind.Absolute, out _) ? PieceKind.Link : PieceKind.Plain, address);
        return behind.Length == 0 ? [link] : [link, new TextPiece(PieceKind.Plain, behind)];
    }

    [GeneratedRegex(@"```(?<block>.+?)```|`(?<code>[^`\n]+)`|https?://[^\s<>""]+|\b(?<incident>INC-\d{1,9})\b", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();
}
