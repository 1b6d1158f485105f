using System.Text.Json.Serialization;

namespace IncidentBot.Chat.Slack.Blocks;

/// <summary>Words piece by piece, each as it is meant: what people wrote cannot mean more than it says.</summary>
public sealed record RichText(IReadOnlyList<RichPart> Elements) : Block;

/// <summary>A paragraph, a quotation or a list.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichSection), "rich_text_section")]
[JsonDerivedType(typeof(RichQuote), "rich_text_quote")]
[JsonDerivedType(typeof(RichCode), "rich_text_preformatted")]
[JsonDerivedType(typeof(RichList), "rich_text_list")]
public abstract record RichPart;

/// <summary>A paragraph.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichSection), "rich_text_section")]
public record RichSection(IReadOnlyList<RichPiece> Elements) : RichPart;

/// <summary>A quotation.</summary>
public sealed record RichQuote(IReadOnlyList<RichPiece> Elements) : RichPart;

/// <summary>A program's words, on lines of their own.</summary>
public sealed record RichCode(IReadOnlyList<RichPiece> Elements) : RichPart;

/// <summary>A list with dots.</summary>
public sealed record RichList(IReadOnlyList<RichSection> Elements) : RichPart
{
    /// <summary>How its items begin.</summary>
    public string Style { get; init; } = "bullet";
}

/// <summary>A piece of a paragraph.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichWords), "text")]
[JsonDerivedType(typeof(RichLink), "link")]
[JsonDerivedType(typeof(RichMoment), "date")]
public abstract record RichPiece;

/// <summary>Words.</summary>
public sealed record RichWords(string Text) : RichPiece
{
    /// <summary>How they look; null when they look like the others.</summary>
    public RichStyle? Style { get; init; }
}

/// <summary>A link.</summary>
public sealed record RichLink(string Url, string? Text = null) : RichPiece;

/// <summary>A moment, shown in the reader's zone.</summary>
/// <param name="Timestamp">Seconds since 1970.</param>
/// <param name="Format">How it reads.</param>
/// <param name="Fallback">What reads who cannot see it so.</param>
public sealed record RichMoment(long Timestamp, string Format, string Fallback) : RichPiece;

/// <summary>How words look.</summary>
public sealed record RichStyle
{
    /// <summary>Heavy.</summary>
    public static readonly RichStyle Strong = new() { Bold = true };

    /// <summary>As a program's.</summary>
    public static readonly RichStyle Programs = new() { Code = true };

    /// <summary>True for heavy words.</summary>
    public bool? Bold { get; init; }

    /// <summary>True for a program's words.</summary>
    public bool? Code { get; init; }
}
