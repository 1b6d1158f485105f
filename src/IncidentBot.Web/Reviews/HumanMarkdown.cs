using Ganss.Xss;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentBot.Web.Reviews;

/// <summary>What people write into a review: Markdown, of which only what is harmless comes through.</summary>
internal static class HumanMarkdown
{
    /// <summary>The level of every heading within a part: the parts' own headings stand above them.</summary>
    public const int HeadingLevel = 4;

    private static readonly string[] Schemes = ["http", "https", "mailto"];

    private static readonly string[] Elements =
        ["p", "br", "hr", "h4", "ul", "ol", "li", "strong", "em", "del", "code", "pre", "blockquote", "a", "table", "thead", "tbody", "tr", "th", "td"];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePreciseSourceLocation().UsePipeTables().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Build();

    private static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(Elements),
        AllowedAttributes = new HashSet<string>(["href", "rel", "target", "start"]),
        AllowedSchemes = new HashSet<string>(Schemes),
        UriAttributes = new HashSet<string>(["href"]),
    });

    /// <summary>The text as its author's parser would read it.</summary>
    public static MarkdownDocument Read(string text) => Markdown.Parse(text, Pipeline);

    /// <summary>The text as HTML that may stand on a page: no scripts, no pictures of others, no styles.</summary>
    public static string ToHtml(string text)
    {
        var document = Read(text);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = HeadingLevel;
        foreach (var link in document.Descendants<LinkInline>()) Tame(link);
        foreach (var link in document.Descendants<AutolinkInline>()) Lead(link);
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return Sanitizer.Sanitize(html.ToString());
    }

    /// <summary>True when an address may be followed: one of our own pages, the web, or a letter.</summary>
    public static bool IsSafe(string? address) => address is { Length: > 0 } && !address.Any(char.IsControl)
        && (!address.Split('/', '?', '#')[0].Contains(':') || Schemes.Any(scheme => address.StartsWith(scheme + ":", StringComparison.OrdinalIgnoreCase)));

    // A picture would tell its server who reads this, and when: it becomes a link.
    private static void Tame(LinkInline link)
    {
        if (link.IsImage && link.FirstChild is null) link.AppendChild(new LiteralInline(link.Url ?? ""));
        link.IsImage = false;
        Lead(link);
    }

    private static void Lead(Inline link)
    {
        link.GetAttributes().AddProperty("rel", "noopener noreferrer nofollow");
        link.GetAttributes().AddProperty("target", "_blank");
    }
}
