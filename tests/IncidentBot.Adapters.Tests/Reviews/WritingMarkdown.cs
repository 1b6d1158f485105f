using AngleSharp.Dom;
using FsCheck;
using FsCheck.Fluent;
using IncidentBot.TestKit;
using IncidentBot.Web.Reviews;

namespace IncidentBot.Adapters.Tests.Reviews;

public sealed class WritingMarkdown
{
    [Test]
    public void The_file_is_the_approved_one() =>
        Assert.That(Approve.Difference(ReviewMarkdown.Write(SampleReview.Of(), Viewer.Links), "Review.approved.md"), Is.Null);

    [TestCaseSource(typeof(Hostile), nameof(Hostile.Texts))]
    public void A_text_stays_what_it_is(string text)
    {
        var page = Viewer.MarkdownOf(SampleReview.Of(text));
        var shown = Collapsed(text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Collapsed(page.QuerySelector("h1")!.TextContent), Is.EqualTo($"Review of INC-1: {shown}".Trim()));
            Assert.That(Collapsed(page.QuerySelector("table tbody tr")!.Children[3].TextContent), Is.EqualTo(shown));
            Assert.That(page.QuerySelectorAll("li").Select(item => Collapsed(item.TextContent)), Has.Some.EqualTo($"Reported as: {shown} (#1)").And.Some.EqualTo($"{shown} (#12)"));
            Assert.That(page.QuerySelectorAll("h2"), Has.Length.EqualTo(6), "sections");
            Assert.That(page.QuerySelectorAll("table tr").Select(row => row.ChildElementCount), Has.All.EqualTo(5));
            Assert.That(Viewer.Dangers(page), Is.Empty);
        }
    }

    [TestCaseSource(typeof(Hostile), nameof(Hostile.Markdown))]
    public void What_people_write_stays_in_its_section_and_does_nothing(string words)
    {
        var page = Viewer.MarkdownOf(SampleReview.Of(words: words));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelectorAll("h1, h2, h3").Select(heading => heading.TextContent), Is.EqualTo(Headings));
            Assert.That(Viewer.Dangers(page), Is.Empty);
            Assert.That(page.QuerySelectorAll("p").Last(paragraph => paragraph.TextContent.StartsWith("Written in", StringComparison.Ordinal)).TextContent, Is.EqualTo("Written in #33, #36."), "what follows it is still itself");
            Assert.That(page.QuerySelectorAll("a").Where(link => link.TextContent == "#1").Select(link => link.GetAttribute("href")), Has.All.StartsWith("https://bot.example/incidents/INC-1/entries/"));
        }
    }

    [Test]
    public void What_people_write_is_otherwise_left_alone()
    {
        const string Words = "Two **bold** words, `<T>` as code,\n\n1. a step\n2. [a way](https://fine.example/?a=1&b=2)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```sh\nif [ $x < 3 ]\n```";
        Assert.That(ReviewMarkdown.Write(SampleReview.Of(words: Words), Viewer.Links), Does.Contain(Words));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Whatever_is_typed_the_file_keeps_its_sections() => Prop.ForAll(Snippets(), words =>
    {
        var page = Viewer.MarkdownOf(SampleReview.Of(words: words));
        return page.QuerySelectorAll("h1, h2, h3").Select(heading => heading.TextContent).SequenceEqual(Headings) && !Viewer.Dangers(page).Any();
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Whatever_a_title_is_it_is_shown_as_it_is() => Prop.ForAll(Snippets(), text =>
        Collapsed(Viewer.MarkdownOf(SampleReview.Of(text)).QuerySelector("h1")!.TextContent) == $"Review of INC-1: {Collapsed(text)}".Trim());

    [Test]
    public void Every_citation_leads_to_its_entry()
    {
        var review = SampleReview.Of();
        var links = Viewer.MarkdownOf(review).QuerySelectorAll("a").Where(link => link.TextContent.StartsWith('#')).ToList();
        Assert.That(links.Select(link => link.GetAttribute("href")), Has.All.StartsWith("https://bot.example/incidents/INC-1/entries/"));
        var inWords = review.Sections.SelectMany(section => section.Blocks).Where(block => block is not ReviewBlock.Course).SelectMany(block => block.Citations);
        Assert.That(links.Select(link => int.Parse(link.TextContent[1..])), Is.EquivalentTo(inWords));
    }

    [Test]
    public void A_file_that_goes_where_no_server_is_has_bare_numbers()
    {
        var text = ReviewMarkdown.Write(SampleReview.Of(), ReviewLinks.None);
        Assert.That(text, Does.Contain("(#12, #15)").And.Not.Contain("](").And.Not.Contain("/entries/"));
    }

    [Test]
    public void The_chart_is_within_the_file_and_at_its_end()
    {
        var text = ReviewMarkdown.Write(SampleReview.Of(), Viewer.Links);
        Assert.That(Viewer.Markdown(text).QuerySelector("img")!.GetAttribute("src"), Does.StartWith("data:image/svg+xml;base64,"));
        Assert.That(text.IndexOf("data:", StringComparison.Ordinal), Is.GreaterThan(text.IndexOf("Where we were lucky", StringComparison.Ordinal)));
    }

    [Test]
    public void A_text_of_ten_thousand_letters_is_one_cell()
    {
        var text = string.Concat(Enumerable.Repeat("letters *and* | more ", 500));
        Assert.That(Collapsed(Viewer.MarkdownOf(SampleReview.Of(text)).QuerySelector("table tbody tr")!.Children[3].TextContent), Is.EqualTo(Collapsed(text)));
    }

    private static readonly string[] Headings = ["Review of INC-1: Checkout returns 500", "At a glance", "Course", "Impact", "Timeline", "What went well", "Where we were lucky"];

    private static Arbitrary<string> Snippets() => Gen.Elements(
            "<b>", "<!--", "```", "~~~", "`", "#", "# ", "\n", "\n\n", "    ", "- ", "1. ", "> ", "|", "---", "===", "\\", "[", "]", "(", ")", "!", "*", "_", "word", "https://a.example/x_y", "javascript:alert(1)", "[#1]:", "&lt;", "<a href=x>", "</div>", "é", "👩‍🚒", " ")
        .ArrayOf().Select(string.Concat).ToArbitrary();

    // Markdown has no use for the spaces between words.
    private static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
