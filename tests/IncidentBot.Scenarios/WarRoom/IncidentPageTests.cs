using System.Net;

namespace IncidentBot.Scenarios.WarRoom;

internal sealed class IncidentPageTests
{
    private RunningHost host = null!;
    private Visitor ana = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = RunningHost.Start();
        ana = await Visitor.EnterAsync(host, "Ana");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        ana.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task The_list_is_filtered_by_what_its_address_says()
    {
        var bad = await ana.DeclareAsync("Payments are lost", "--severity sev1 --service ledger");
        var mild = await ana.DeclareAsync("A button is grey", "--severity sev5");
        await ana.PressAsync(mild, $"{mild} cancel \"false alarm\"");

        async Task<string> ListAsync(string query) => (await ana.PageAsync("/incidents" + query)).QuerySelector("#list")!.TextContent;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ListAsync(""), Does.Contain(bad).And.Contain(mild));
            Assert.That(await ListAsync("?severity=SEV1"), Does.Contain(bad).And.Not.Contain(mild));
            Assert.That(await ListAsync("?show=open&text=button"), Does.Contain("No incident matches"));
            Assert.That(await ListAsync("?stage=cancelled"), Does.Contain(mild).And.Not.Contain(bad));
            Assert.That(await ListAsync("?text=LEDGER"), Does.Contain(bad).And.Not.Contain(mild));
            Assert.That(await ListAsync("?severity=nine&stage=7&type=x&before=-1"), Does.Contain(bad).And.Contain(mild), "what cannot be read counts as not said");
        }
    }

    [Test]
    public async Task The_list_changes_by_itself()
    {
        using var stream = await ana.StreamAsync("/incidents/events?show=open");
        await stream.UntilAsync("id=\"rooms\"");
        await ana.DeclareAsync("Appears in the list");
        await stream.UntilAsync(item => item.Data.Contains("id=\"table\"", StringComparison.Ordinal) && item.Data.Contains("Appears in the list", StringComparison.Ordinal));
    }

    [Test]
    public async Task The_timeline_tells_when_who_by_which_way_and_what_was_late()
    {
        var incident = await ana.DeclareAsync("Told");
        var number = (await ana.PressAsync(incident, $"{incident} note \"the alarm rang\" --at \"20m ago\"")).Entry;

        var row = (await ana.PageAsync($"/incidents/{incident}")).QuerySelector($"#e-{number}")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.QuerySelector(".told")!.TextContent, Does.Contain("Ana").And.Contain("claimed").And.Contain("the alarm rang"));
            Assert.That(row.QuerySelector(".late time"), Is.Not.Null);
            Assert.That(row.QuerySelector(".proof")!.TextContent, Does.Contain("via web").And.Contain($"entry {number}").And.Contain("web:ana").And.Match("[0-9a-f]{16}…"));
        }
    }

    [Test]
    public async Task Filters_show_key_events_what_people_said_or_everything()
    {
        var incident = await ana.DeclareAsync("Filtered");
        await ana.SayAsync(incident, "just talk");
        var important = await ana.SayAsync(incident, "important talk");
        await ana.PressAsync(incident, $"{incident} pin {important.Entry}");

        async Task<string> ShowAsync(string show) => (await ana.PageAsync($"/incidents/{incident}?show={show}")).QuerySelector("#log")!.TextContent;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ShowAsync("key"), Does.Contain("declared").And.Contain("important talk").And.Not.Contain("just talk"));
            Assert.That(await ShowAsync("all"), Does.Contain("just talk"));
            Assert.That(await ShowAsync("everything"), Does.Contain("just talk"));
        }
    }

    [Test]
    public async Task Every_version_of_a_message_is_on_the_timeline()
    {
        var incident = await ana.DeclareAsync("Versions");
        var first = (await ana.SayAsync(incident, "first words")).Entry;
        var second = (await ana.PostAsync($"/rooms/{incident}/entries/{first}", ("text", "second words"))).Entry;
        var page = await ana.PageAsync($"/incidents/{incident}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector($"#e-{first}")!.TextContent, Does.Contain("first words"));
            Assert.That(page.QuerySelector($"#e-{first} .version a")!.GetAttribute("href"), Is.EqualTo($"/incidents/{incident}/entries/{second}"));
            Assert.That(page.QuerySelector($"#e-{second}")!.TextContent, Does.Contain("second words"));
            Assert.That(page.QuerySelector($"#e-{second} .version a")!.GetAttribute("href"), Is.EqualTo($"/incidents/{incident}/entries/{first}"));
        }
    }

    [Test]
    public async Task A_long_timeline_opens_at_its_end_and_every_entry_has_an_address_that_leads_to_it()
    {
        var incident = await ana.DeclareAsync("Long");
        for (var number = 2; number <= 450; number++) await ana.SayAsync(incident, $"message {number}");

        var end = await ana.PageAsync($"/incidents/{incident}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.QuerySelectorAll("#log > li"), Has.Length.LessThanOrEqualTo(100));
            Assert.That(end.QuerySelector("#log")!.TextContent, Does.Contain("message 450").And.Not.Contain("message 300"));
            Assert.That(end.QuerySelector(".pager a[href*='before=']"), Is.Not.Null);
        }
        foreach (var number in new[] { 1, 2, 60, 200, 399, 450 })
            Assert.That((await ana.PageAsync($"/incidents/{incident}/entries/{number}")).QuerySelector($"#e-{number}"), Is.Not.Null, $"entry {number}");
        using var missing = await ana.GetAsync($"/incidents/{incident}/entries/9999");
        Assert.That(missing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Walking_through_the_pages_shows_every_entry_once()
    {
        var incident = await ana.DeclareAsync("Walked");
        for (var number = 2; number <= 350; number++) await ana.SayAsync(incident, $"message {number}");
        var seen = new List<string>();
        for (var next = $"/incidents/{incident}?show=everything&after=0"; next is not null;)
        {
            var page = await ana.PageAsync(next);
            seen.AddRange(page.QuerySelectorAll("#log > li").Select(row => row.Id!));
            var later = page.QuerySelectorAll(".pager a").FirstOrDefault(link => link.TextContent == "Later");
            next = later is null ? null : $"/incidents/{incident}{later.GetAttribute("href")}";
        }
        Assert.That(seen, Is.Unique);
        Assert.That(seen, Has.Count.GreaterThanOrEqualTo(350).And.Contains("e-1").And.Contains("e-350"));
    }

    [Test]
    public async Task The_latest_page_of_a_timeline_grows_by_itself()
    {
        var incident = await ana.DeclareAsync("Growing");
        using var stream = await ana.StreamAsync($"/incidents/{incident}/events?after=1&show=key&latest=1");
        await ana.SayAsync(incident, "only talk");
        await ana.PressAsync(incident, $"{incident} decision \"fail over\"");
        var row = await stream.UntilAsync("fail over");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.Data, Does.Contain("hx-target=\"#log\" hx-swap=\"beforeend\""));
            Assert.That(string.Concat(stream.Seen.Select(item => item.Data)), Does.Not.Contain("only talk"));
        }
    }

    [Test]
    public async Task Earlier_messages_of_a_room_come_on_demand_until_there_are_none()
    {
        var incident = await ana.DeclareAsync("Earlier");
        for (var number = 2; number <= 400; number++) await ana.SayAsync(incident, $"message {number}");
        var page = await ana.PageAsync($"/rooms/{incident}");
        var shown = page.QuerySelectorAll("#log > li").Length;
        var ask = page.QuerySelector("#earlier button")?.GetAttribute("hx-get");
        for (var round = 0; ask is not null && round < 10; round++)
        {
            var pieces = await ana.PageAsync(ask);
            shown += pieces.QuerySelectorAll("li.entry").Length;
            ask = pieces.QuerySelector("#earlier button")?.GetAttribute("hx-get");
        }
        Assert.That(shown, Is.EqualTo(400), "the declaration and 399 messages");
    }
}
