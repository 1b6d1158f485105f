using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentBot.Web.Reviews;

/// <summary>
/// What people wrote, made fit to stand as Markdown within a larger document: it ends where it ends, its headings lie below ours,
/// it defines nothing for the rest, and it holds no HTML, no pictures of others and no addresses that do something.
/// </summary>
internal static class TamedMarkdown
{
    // Below the headings of sections and of parts.
    private const string Marker = "####";

    private sealed record Edit(int At, int Length, string Words);

    private static readonly MarkdownPipeline Trusting = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().UseAutoLinks().UseTaskLists().Build();

    /// <summary>The text, as little changed as possible. What a reader's program would still make something else of stands there as plain words.</summary>
    public static string Of(string text)
    {
        var tamed = Tamed(text);
        return IsHarmless(tamed) ? tamed : MarkdownText.Lines(text);
    }

    // Read as by a program that lets everything through, between two headings that must both still be there.
    private static bool IsHarmless(string text)
    {
        var document = Markdown.Parse($"## before\n\n{text}\n\n## behind\n", Trusting);
        return document.Descendants<HeadingBlock>().Count(heading => heading.Level < Marker.Length) == 2
            && document.LastChild is HeadingBlock { Level: 2 }
            && document.Descendants().All(piece => piece is not (HtmlBlock or HtmlInline or LinkReferenceDefinition) && (piece is not LinkInline link || (!link.IsImage && HumanMarkdown.IsSafe(link.Url))));
    }

    private static string Tamed(string text)
    {
        text = text.ReplaceLineEndings("\n").Trim('\n').Replace('\0', '\uFFFD');
        var document = HumanMarkdown.Read(text);
        // Those further behind first, so that the places of the others stay right.
        var edits = Openings(text, document).Concat(document.Descendants().SelectMany(piece => Of(piece, text))).Distinct().OrderByDescending(edit => edit.At).ToList();
        foreach (var edit in edits) text = text[..edit.At] + edit.Words + text[(edit.At + edit.Length)..];
        return document.LastChild is FencedCodeBlock { ClosingFencedCharCount: 0 } open
            ? $"{text}\n{new string(open.FencedChar, open.OpeningFencedCharCount)}"
            : text;
    }

    // Outside of code and addresses, what begins a tag or a picture becomes ordinary characters: also a picture of one of our own addresses.
    private static IEnumerable<Edit> Openings(string text, MarkdownDocument document)
    {
        var kept = document.Descendants().Where(IsCode).Select(piece => piece.Span).ToList();
        var pictures = document.Descendants<LinkInline>().Where(link => link.IsImage).Select(link => link.Span.Start).ToHashSet();
        for (var at = 0; at < text.Length; at++)
            if (IsOpening(text, at) && !pictures.Contains(at) && !IsEscaped(text, at) && !kept.Exists(span => span.Start <= at && at <= span.End)) yield return new Edit(at, 0, "\\");
    }

    private static bool IsOpening(string text, int at) => text[at] == '<' || (text[at] == '!' && at + 1 < text.Length && text[at + 1] == '[');

    private static bool IsCode(MarkdownObject piece) => piece is CodeInline or CodeBlock or AutolinkInline { IsEmail: true } || (piece is AutolinkInline link && HumanMarkdown.IsSafe(link.Url));

    private static bool IsEscaped(string text, int at)
    {
        var slashes = 0;
        while (at > slashes && text[at - slashes - 1] == '\\') slashes++;
        return slashes % 2 == 1;
    }

    private static IEnumerable<Edit> Of(MarkdownObject piece, string text) => piece switch
    {
        LinkInline { IsImage: true } picture => HumanMarkdown.IsSafe(picture.Url)
            ? [new Edit(picture.Span.Start, 1, "")]
            : [new Edit(picture.Span.Start, 0, "\\"), .. Unsafe(picture, picture.Span.Start + 1)],
        LinkInline { IsAutoLink: false } link => Unsafe(link, link.Span.Start),
        LinkReferenceDefinition definition => [new Edit(definition.Span.Start, 0, "\\")],
        HeadingBlock { IsSetext: false } heading when text[heading.Span.Start] == '#' => [new Edit(heading.Span.Start, heading.Level, Marker)],
        HeadingBlock { IsSetext: true, Parent: MarkdownDocument } heading => [new Edit(heading.Span.Start, 0, Marker + " "), .. Underline(heading, text)],
        _ => [],
    };

    private static IEnumerable<Edit> Unsafe(LinkInline link, int bracket) => HumanMarkdown.IsSafe(link.Url) ? [] : [new Edit(bracket, 0, "\\")];

    private static IEnumerable<Edit> Underline(HeadingBlock heading, string text)
    {
        var from = text.LastIndexOf('\n', heading.Span.End);
        return from > heading.Span.Start ? [new Edit(from, heading.Span.End + 1 - from, "")] : [];
    }
}
