using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using IncidentBot.Web.Reviews;
using Markdig;

namespace IncidentBot.Adapters.Tests.Reviews;

/// <summary>Looks at files as their readers' programs would: one that shows Markdown and lets HTML through, and a browser.</summary>
internal static class Viewer
{
    private static readonly HtmlParser Parser = new();
    private static readonly MarkdownPipeline Trusting = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().UseAutoLinks().UseTaskLists().Build();

    /// <summary>The server that links lead to.</summary>
    public static readonly ReviewLinks Links = new("https://bot.example");

    public static IHtmlDocument Markdown(string text) => Parser.ParseDocument(Markdig.Markdown.ToHtml(text, Trusting));

    public static IHtmlDocument MarkdownOf(ReviewDocument document) => Markdown(ReviewMarkdown.Write(document, Links));

    public static async Task<IHtmlDocument> HtmlOfAsync(ReviewDocument document) => Parser.ParseDocument(await ReviewHtml.WriteAsync(document, Links));

    public static IHtmlDocument Fragment(string html) => Parser.ParseDocument(html);

    /// <summary>What must not be in anybody's file.</summary>
    public static IEnumerable<string> Dangers(IHtmlDocument page) => page.All
        .Where(element => element.LocalName is "script" or "iframe" or "object" or "embed" or "b" or "form" or "input" or "style" or "link" or "base"
            || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style")
            || (element.GetAttribute("href") ?? element.GetAttribute("src") ?? "").TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
            || (element.LocalName == "img" && element.GetAttribute("src")?.StartsWith("data:image/svg+xml;base64,", StringComparison.Ordinal) != true))
        .Select(element => element.OuterHtml);
}
