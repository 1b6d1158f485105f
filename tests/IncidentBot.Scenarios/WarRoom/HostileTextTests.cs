using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace IncidentBot.Scenarios.WarRoom;

internal sealed class HostileTextTests
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "</textarea><script>alert(1)</script>",
        "<hx-partial hx-target=\"body\" hx-swap=\"innerHTML\">gone</hx-partial>",
        "{{7*7}} ${7*7} @(7*7)",
        "https://example.com/\"onmouseover=\"alert(1)",
        "http://example.com/<script>alert(1)</script>",
        "`<b>code</b>` ```<i>block</i>```",
    ];

    private RunningHost host = null!;
    private Visitor ana = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = RunningHost.Start();
        ana = await Visitor.EnterAsync(host, "<b>Ana</b> \"onload=\"");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        ana.Dispose();
        await host.DisposeAsync();
    }

    [TestCaseSource(nameof(Hostile))]
    public async Task What_people_write_is_text_wherever_it_is_shown(string text)
    {
        var incident = await ana.DeclareAsync(text);
        await ana.SayAsync(incident, text);
        await ana.PressAsync(incident, $"{incident} decision {LineWriter.Quote(text)}");
        await ana.UploadAsync(incident, text.Replace("\"", "").Replace("/", ""), [1]);
        await ana.PressAsync(incident, $"{incident} impact {LineWriter.Quote(text)}");
        using var stream = await ana.StreamAsync($"/rooms/{incident}/events?after=1");
        await stream.UntilAsync("id=\"rooms\"");

        foreach (var path in new[] { $"/rooms/{incident}", $"/incidents/{incident}", "/incidents", "/" }) Inspect(await ana.PageAsync(path));
        foreach (var item in stream.Seen) Inspect(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(item.Data));
        var room = await ana.PageAsync($"/rooms/{incident}");
        Assert.That(room.QuerySelector("h1 .title")!.TextContent, Is.EqualTo(text));
    }

    [Test]
    public async Task Only_web_addresses_become_links_and_they_give_nothing_away()
    {
        var incident = await ana.DeclareAsync("Links");
        await ana.SayAsync(incident, "see https://example.com/a?b=1&c=2. Not javascript:alert(1) nor ftp://example.com nor data:text/html,x");
        var links = (await ana.PageAsync($"/rooms/{incident}")).QuerySelectorAll<IHtmlAnchorElement>("#log .said .words a");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(links.Select(link => link.GetAttribute("href")), Is.EqualTo(new[] { "https://example.com/a?b=1&c=2" }));
            Assert.That(links.Select(link => link.GetAttribute("rel")), Has.All.Contains("noopener"));
        }
    }

    [Test]
    public async Task A_refusal_that_quotes_what_was_typed_is_text_too()
    {
        var answer = await ana.SayAsync("general", "/incident <img src=x onerror=alert(1)>");
        Assert.That(answer.Body.QuerySelector("img"), Is.Null);
        Assert.That(answer.Html, Does.Contain("&lt;img"));
    }

    private static void Inspect(IHtmlDocument page)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelectorAll("script:not([src])"), Is.Empty);
            Assert.That(page.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")), Has.All.StartsWith("/assets/"));
            Assert.That(page.QuerySelectorAll("img, iframe, object, b > b"), Is.Empty);
            Assert.That(page.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name), Has.None.StartsWith("on"));
            Assert.That(page.QuerySelectorAll("[href]").Select(link => link.GetAttribute("href")), Has.None.StartsWith("javascript:"));
            Assert.That(page.QuerySelectorAll("[style]"), Is.Empty);
        }
    }
}
