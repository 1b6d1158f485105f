using System.Text.Json;
using AngleSharp.Dom;
using IncidentBot.Web.Reviews;

namespace IncidentBot.Adapters.Tests.Reviews;

public sealed class WritingHtml
{
    [TestCaseSource(typeof(Hostile), nameof(Hostile.Texts))]
    public async Task A_text_stays_what_it_is(string text)
    {
        var page = await Viewer.HtmlOfAsync(SampleReview.Of(text));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector("h1")!.TextContent, Is.EqualTo($"Review of INC-1: {text}"));
            Assert.That(page.Title, Is.EqualTo(string.Join(' ', $"Review of INC-1: {text}".Split((char[]?)['\t', '\n', ' '], StringSplitOptions.RemoveEmptyEntries))));
            Assert.That(page.QuerySelectorAll(".review-table tr").Select(row => row.ChildElementCount), Has.All.EqualTo(5));
            Assert.That(Strangers(page), Is.Empty);
        }
    }

    [TestCaseSource(typeof(Hostile), nameof(Hostile.Markdown))]
    public async Task What_people_write_does_nothing(string words)
    {
        var page = await Viewer.HtmlOfAsync(SampleReview.Of(words: words));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Strangers(page), Is.Empty);
            Assert.That(page.QuerySelectorAll("main h2"), Has.Length.EqualTo(6));
            Assert.That(page.QuerySelectorAll("main h1, main h5, main h6"), Is.Empty);
            Assert.That(page.QuerySelectorAll(".prose a").Select(link => link.GetAttribute("rel")), Has.All.EqualTo("noopener noreferrer nofollow"));
        }
    }

    [Test]
    public void Markdown_is_shown_as_what_it_means()
    {
        var shown = Viewer.Fragment(HumanMarkdown.ToHtml("# Heading\n\n**bold** ~~gone~~ `<b>`\n\n- one\n- two\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n[way](https://fine.example) ![alt](https://evil.example/p.png) mailto:a@b.example"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown.QuerySelector("h4")!.TextContent, Is.EqualTo("Heading"));
            Assert.That(shown.QuerySelectorAll("strong, del, li, td"), Has.Length.EqualTo(6));
            Assert.That(shown.QuerySelector("code")!.TextContent, Is.EqualTo("<b>"));
            Assert.That(shown.QuerySelectorAll("img"), Is.Empty, "a picture would tell its server who reads this");
            Assert.That(shown.QuerySelectorAll("a").Select(link => $"{link.TextContent} {link.GetAttribute("href")}"),
                Does.Contain("way https://fine.example").And.Contain("alt https://evil.example/p.png"));
        }
    }

    [Test]
    public async Task The_file_needs_nothing_around_it_and_may_do_nothing()
    {
        var page = await Viewer.HtmlOfAsync(SampleReview.Of());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"), Does.StartWith("default-src 'none'"));
            Assert.That(page.QuerySelectorAll("script, link, img"), Is.Empty);
            Assert.That(page.QuerySelector("figure svg.plot")!.GetAttribute("aria-label"), Does.StartWith("Stages, severities and marked moments"));
            Assert.That(page.QuerySelector("style")!.TextContent, Does.Contain("@bottom-left { content: \"Review of INC-1\"; }").And.Contain("counter(pages)").And.Not.Contain("url("));
            Assert.That(page.QuerySelectorAll("form, button, textarea"), Is.Empty);
            Assert.That(page.QuerySelector(".standing")!.TextContent, Is.EqualTo("In review with Ben and Cleo, due 2026-11-28. SEV1 at worst, now in review. Made from entries 1 to 41."));
            Assert.That(page.QuerySelector(".unwritten")!.TextContent.Trim(), Is.EqualTo("Nobody has written this yet."));
            Assert.That(page.QuerySelectorAll(".cites a").Select(link => link.GetAttribute("href")), Has.All.StartsWith("https://bot.example/incidents/INC-1/entries/"));
        }
    }

    [TestCase(true, false, "This was a drill: an exercise, not a real incident.")]
    [TestCase(false, true, "This incident is private: only its members may read this.")]
    [TestCase(true, true, "This was a drill, and it is private: only its members may read this.")]
    public async Task What_must_be_known_first_is_said_first(bool drill, bool secret, string warning)
    {
        var review = SampleReview.Of() with { IsDrill = drill, IsPrivate = secret };
        Assert.That((await Viewer.HtmlOfAsync(review)).QuerySelector(".warning")!.TextContent, Is.EqualTo(warning));
        Assert.That(ReviewMarkdown.Write(review, Viewer.Links), Does.Contain($"**{warning}**"));
    }

    [Test]
    public async Task The_same_review_gives_the_same_bytes()
    {
        var (first, second) = (SampleReview.Of(), SampleReview.Of());
        Assert.That(await ReviewHtml.WriteAsync(first, Viewer.Links), Is.EqualTo(await ReviewHtml.WriteAsync(second, Viewer.Links)));
        Assert.That(ReviewMarkdown.Write(first, Viewer.Links), Is.EqualTo(ReviewMarkdown.Write(second, Viewer.Links)));
        Assert.That(ReviewJson.Write(first, Viewer.Links), Is.EqualTo(ReviewJson.Write(second, Viewer.Links)));
    }

    [Test]
    public void JSON_tells_kinds_words_and_where_entries_are()
    {
        var json = JsonDocument.Parse(ReviewJson.Write(SampleReview.Of("<b> „ü“ 👩‍🚒"), Viewer.Links)).RootElement;
        var kinds = json.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("blocks").EnumerateArray()).Select(block => block.GetProperty("kind").GetString());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(kinds, Is.EqualTo(new[] { "facts", "course", "sentences", "table", "written", "written" }));
            Assert.That((json.GetProperty("state").GetString(), json.GetProperty("title").GetString(), json.GetProperty("peak").GetString()), Is.EqualTo(("in review", "<b> „ü“ 👩‍🚒", "SEV1")));
            Assert.That(json.GetProperty("entries")[0].GetProperty("address").GetString(), Is.EqualTo("https://bot.example/incidents/INC-1/entries/1"));
        }
    }

    private static IEnumerable<string> Strangers(AngleSharp.Html.Dom.IHtmlDocument page)
    {
        // The file's own style sheet is the one thing of its kind that may be there.
        page.QuerySelector("head style")!.Remove();
        return Viewer.Dangers(page);
    }
}
