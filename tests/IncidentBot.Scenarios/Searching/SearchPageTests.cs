using System.Net;
using AngleSharp.Dom;
using IncidentBot.Scenarios.WarRoom;

namespace IncidentBot.Scenarios.Searching;

internal sealed class SearchPageTests
{
    private RunningHost host = null!;
    private Visitor ana = null!;
    private Visitor eve = null!;
    private string incident = "";
    private string secret = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        host = RunningHost.Start();
        ana = await Visitor.EnterAsync(host, "Ana");
        eve = await Visitor.EnterAsync(host, "Eve");
        incident = await ana.DeclareAsync("Checkout is down");
        secret = await ana.DeclareAsync("Stolen laptop", "--type security");
        await ana.SayAsync(incident, "<i>Überweisung</i> fails");
        for (var said = 0; said < 21; said++) await ana.SayAsync(incident, $"again and again {said}");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        ana.Dispose();
        eve.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task A_hit_tells_where_who_when_and_what_and_leads_to_its_entry()
    {
        var hit = (await ana.PageAsync("/search?q=uberweisung")).QuerySelectorAll(".hit").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(hit.QuerySelector(".about")!.TextContent, Does.Contain("SEV3").And.Contain($"{incident} Checkout is down").And.Contain("Identification"));
            Assert.That(hit.QuerySelector("mark")!.TextContent, Is.EqualTo("Überweisung"));
            Assert.That(hit.QuerySelector(".excerpt")!.TextContent, Is.EqualTo("<i>Überweisung</i> fails"));
            Assert.That(hit.QuerySelector(".who")!.TextContent, Does.Contain("Ana").And.Contain("UTC").And.Contain("message, entry"));
        }
        var link = hit.QuerySelector(".excerpt a")!.GetAttribute("href")!;
        Assert.That((await ana.PageAsync(link)).QuerySelector($"#e-{link.Split('/')[^1]}")!.TextContent, Does.Contain("<i>Überweisung</i> fails"));
    }

    [Test]
    public async Task Twenty_make_a_page_and_the_next_one_has_the_rest()
    {
        var first = await ana.PageAsync("/search?q=again");
        var more = first.QuerySelectorAll(".pager a").Single(link => link.TextContent == "More").GetAttribute("href")!;
        var second = await ana.PageAsync(more);
        Assert.That((first.QuerySelectorAll(".hit").Length, second.QuerySelectorAll(".hit").Length), Is.EqualTo((20, 1)));
        Assert.That(second.QuerySelectorAll(".pager a").Select(link => link.TextContent), Is.EqualTo(new[] { "First" }));
    }

    [Test]
    public async Task What_was_asked_stands_in_the_form_again()
    {
        var page = await ana.PageAsync($"/search?q=again&severity=sev3&person=%40ana&since=2h&incident={incident}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector("[name=severity] [selected]")!.GetAttribute("value"), Is.EqualTo("sev3"));
            Assert.That((Value(page, "q"), Value(page, "person"), Value(page, "since"), Value(page, "incident")), Is.EqualTo(("again", "@ana", "2h", incident)));
        }
    }

    [Test]
    public async Task Before_anything_is_looked_for_the_page_invites()
    {
        var page = await ana.PageAsync("/search");
        Assert.That(page.QuerySelector("#results h2")!.TextContent, Is.EqualTo("Look for anything that was written."));
        Assert.That(page.QuerySelector("a[aria-current=page]")!.TextContent, Is.EqualTo("Search"));
    }

    [Test]
    public async Task Nothing_found_says_what_to_try()
    {
        var page = await ana.PageAsync("/search?q=zebra&severity=sev1");
        Assert.That(page.QuerySelector("#results")!.TextContent, Does.Contain("Nothing found.").And.Contain("Try fewer words, or only the beginning of one, or search everywhere."));
        Assert.That(page.QuerySelector("#results a")!.GetAttribute("href"), Is.EqualTo("/search?q=zebra"));
    }

    [TestCase("/search?q=x&stage=lost", "“stage” must be one of identification")]
    [TestCase("/search?q=%21", "There is no word in “!”.")]
    public async Task A_fault_is_a_sentence_on_the_page(string path, string sentence)
    {
        using var answer = await ana.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain(sentence));
    }

    [Test]
    public async Task A_private_incident_is_as_if_it_were_not_there()
    {
        Assert.That((await ana.PageAsync("/search?q=laptop")).QuerySelectorAll(".hit"), Has.Length.EqualTo(1));
        var hidden = (await eve.PageAsync($"/search?q=laptop&incident={secret}")).QuerySelector("#results")!.TextContent;
        var missing = (await eve.PageAsync("/search?q=laptop&incident=INC-777")).QuerySelector("#results")!.TextContent;
        Assert.That(hidden, Is.EqualTo(missing));
    }

    [Test]
    public async Task In_a_room_the_answer_is_a_card_with_links()
    {
        var answer = await ana.SayAsync(incident, "/incident search uberweisung");
        Assert.That(answer.Outcome, Is.EqualTo("answer"));
        Assert.That(answer.Body.QuerySelectorAll("a.button").Select(link => link.GetAttribute("href")), Has.Some.StartsWith($"/incidents/{incident}/entries/").And.Some.EqualTo($"/search?q=uberweisung&incident={incident}"));
    }

    private static string? Value(IParentNode page, string name) => page.QuerySelector($"input[name={name}]")?.GetAttribute("value");
}
