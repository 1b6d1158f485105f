using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace IncidentBot.Scenarios.WarRoom;

internal sealed class ReviewPageTests
{
    private RunningHost host = null!;
    private Visitor ana = null!;
    private Visitor ben = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = RunningHost.Start();
        ana = await Visitor.EnterAsync(host, "Ana");
        ben = await Visitor.EnterAsync(host, "Ben");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        ana.Dispose();
        ben.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task The_review_stands_behind_the_room_and_the_timeline_and_cites_entries_that_exist()
    {
        var incident = await ana.DeclareAsync("Payments are lost");
        await ana.PressAsync(incident, $"{incident} impact \"nobody can pay\" --customers 1200");
        foreach (var path in new[] { $"/rooms/{incident}", $"/incidents/{incident}" })
            Assert.That((await ana.PageAsync(path)).QuerySelector($"a[href='/incidents/{incident}/review']"), Is.Not.Null, path);

        var page = await ana.PageAsync($"/incidents/{incident}/review");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector("h1")!.TextContent, Does.Contain("Payments are lost"));
            Assert.That(page.QuerySelector("#s-impact")!.TextContent, Does.Contain("nobody can pay").And.Contain("1,200"));
            Assert.That(page.QuerySelector("#s-course svg"), Is.Not.Null);
            Assert.That(page.QuerySelectorAll(".contents a").Select(link => page.QuerySelector(link.GetAttribute("href")!)), Has.All.Not.Null);
            Assert.That(page.QuerySelector("#part-well")!.TextContent, Does.Contain($"Press Write, or type /incident {incident} review add well …"));
            Assert.That(page.QuerySelector("#review-head")!.TextContent, Does.Contain("Draft").And.Contain("It writes itself while people work on"));
        }
        using var cited = await ana.GetAsync(page.QuerySelector(".cites a")!.GetAttribute("href")!);
        Assert.That(cited.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task It_goes_from_draft_to_finished_and_back_by_buttons()
    {
        var incident = await ResolvedAsync();
        await PressAsync(ana, incident, "Submit");
        Assert.That(await HeadAsync(incident), Does.Contain("In review").And.Contain("with Ana"));
        await PressAsync(ana, incident, "Finish");
        Assert.That(await HeadAsync(incident), Does.Contain("Finished").And.Contain("read by Ana"));
        Assert.That((await ana.PageAsync($"/incidents/{incident}/review")).QuerySelectorAll("[data-edit]"), Is.Empty, "it stays as it is");
        var question = await PressAsync(ana, incident, "Reopen");
        Assert.That(question.Body.QuerySelector("dialog")!.TextContent, Does.Contain("Why?"));
        await ana.PostAsync($"/rooms/{incident}/lines", ("line", $"{incident} review reopen"), ("filled", "1"), ("word:reason", "a part is missing"));
        Assert.That(await HeadAsync(incident), Does.Contain("Draft"));
    }

    [TestCase("two lines\nand \"quotes\", 'single', \\back\\slashes\\ and -- dashes --over 9")]
    [TestCase("- a point  \n  with a hard break\n\n\n    code, and three empty lines above")]
    [TestCase("emoji 👩‍🚒, Hebrew שלום, “curly” quotes")]
    [TestCase("/incident cancel")]
    public async Task What_is_written_arrives_exactly(string text)
    {
        var incident = await ana.DeclareAsync("Written");
        var answer = await SaveAsync(ana, incident, "lessons", text, over: 0);
        Assert.That(answer.Outcome, Is.EqualTo("done"), answer.Html);
        Assert.That((await EditorAsync(ana, incident, "lessons")).Text, Is.EqualTo(text));
        Assert.That(answer.Body.QuerySelector("hx-partial[hx-target='#s-lessons']"), Is.Not.Null, "the page shows it at once");
    }

    [Test]
    public async Task A_part_can_be_emptied_again()
    {
        var incident = await ana.DeclareAsync("Emptied");
        await SaveAsync(ana, incident, "well", "something", over: 0);
        var over = (await EditorAsync(ana, incident, "well")).Over;
        Assert.That((await SaveAsync(ana, incident, "well", "", over)).Outcome, Is.EqualTo("done"));
        Assert.That((await ana.PageAsync($"/incidents/{incident}/review")).QuerySelector("#part-well")!.TextContent, Does.Contain("Nobody has written this yet."));
    }

    [Test]
    public async Task Whoever_comes_second_sees_the_others_words_beside_their_own_and_nobodys_are_lost()
    {
        var incident = await ana.DeclareAsync("Two at once");
        var (hers, his) = (await EditorAsync(ana, incident, "well"), await EditorAsync(ben, incident, "well"));
        await SaveAsync(ben, incident, "well", "Ben: the <rollback> was quick", his.Over);

        var beaten = await SaveAsync(ana, incident, "well", "Ana: everybody was calm", hers.Over);

        var over = int.Parse(beaten.Body.QuerySelector("#over-well")!.GetAttribute("value")!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(beaten.Outcome, Is.EqualTo("refused"));
            Assert.That(beaten.Body.QuerySelector("[hx-target='#fault-well']")!.TextContent, Does.Contain($"Ben changed “What went well” while you were writing (entry {over}). Their words stand beside yours: bring both together, then save again."));
            Assert.That(beaten.Body.QuerySelector<IHtmlTextAreaElement>("#their-well")!.Value, Is.EqualTo("Ben: the <rollback> was quick"));
            Assert.That(beaten.Html, Does.Not.Contain("id=\"text-well\""), "her own words are not touched");
        }
        Assert.That((await SaveAsync(ana, incident, "well", "Ana: everybody was calm\n\nBen: the <rollback> was quick", over)).Outcome, Is.EqualTo("done"));
        var timeline = (await ana.PageAsync($"/incidents/{incident}")).QuerySelector("#log")!.TextContent;
        Assert.That(timeline, Does.Contain("wrote “What went well” of the review: Ben: the <rollback> was quick").And.Contain("wrote “What went well” of the review: Ana: everybody was calm"));
    }

    [Test]
    public async Task The_same_save_twice_is_one()
    {
        var incident = await ana.DeclareAsync("Twice");
        var first = await SaveAsync(ana, incident, "well", "once", 0, key: "one");
        var again = await SaveAsync(ana, incident, "well", "once", 0, key: "one");
        Assert.That((first.Outcome, again.Outcome), Is.EqualTo(("done", "done")));
        var rows = (await ana.PageAsync($"/incidents/{incident}")).QuerySelectorAll("#log li").Count(row => row.TextContent.Contains("wrote “What went well”", StringComparison.Ordinal));
        Assert.That(rows, Is.EqualTo(1));
    }

    [Test]
    public async Task What_cannot_be_saved_says_why_at_the_editor()
    {
        var incident = await ResolvedAsync();
        var tooLong = await SaveAsync(ana, incident, "well", new string('x', Limits.Text + 1), 0);
        Assert.That(tooLong.Body.QuerySelector("[hx-target='#fault-well']")!.TextContent, Does.Contain("The text has 8,001 characters; 8,000 are allowed. Shorten it or attach the long part as a file."));
        await ana.PressAsync(incident, $"{incident} review submit me");
        await ana.PressAsync(incident, $"{incident} review finish");
        var finished = await SaveAsync(ana, incident, "well", "late", 0);
        Assert.That(finished.Body.QuerySelector("[hx-target='#fault-well']")!.TextContent, Does.Contain("The review is finished and stays as it is. Reopen it first, with a reason."));
    }

    [Test]
    public async Task The_preview_shows_what_it_means_and_nothing_that_acts()
    {
        var incident = await ana.DeclareAsync("Seen before");
        await ana.PageAsync($"/incidents/{incident}/review");
        var seen = await ana.PostAsync($"/incidents/{incident}/review/preview", ("text", "**bold** <script>x</script> [way](javascript:x) ![p](https://evil.example/p.png)"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen.Body.QuerySelector("strong")!.TextContent, Is.EqualTo("bold"));
            Assert.That(seen.Body.QuerySelectorAll("script, img, [style], a[href^=javascript]"), Is.Empty);
        }
        using var foreign = await ana.PostBareAsync($"/incidents/{incident}/review/preview", ("text", "x"));
        Assert.That(foreign.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "only our own page may ask");
    }

    [Test]
    public async Task The_page_changes_by_itself_and_leaves_editors_alone()
    {
        var incident = await ana.DeclareAsync("Alive");
        using var stream = await ana.StreamAsync($"/incidents/{incident}/review/events?after=0");
        await stream.UntilAsync("id=\"rooms\"");
        await ben.PressAsync(incident, $"{incident} decision \"roll back\" --because \"it is quick\"");
        var piece = await stream.UntilAsync("roll back");
        Assert.That(piece.Data, Does.Contain("hx-target=\"#s-decisions\" hx-swap=\"outerMorph\"").And.Not.Contain("#s-followups"), "only what has changed");
        await ben.PressAsync(incident, $"{incident} review add well \"a calm room\"");
        var part = await stream.UntilAsync("a calm room");
        Assert.That(part.Data, Does.Contain("id=\"editor-well\" hx-morph-skip"));
    }

    [TestCase("md", "text/markdown", "# Review of ")]
    [TestCase("html", "text/html", "<!DOCTYPE html>")]
    [TestCase("json", "application/json", "{")]
    public async Task It_can_be_taken_away_as_a_file(string extension, string mediaType, string begin)
    {
        var incident = await ana.DeclareAsync("Taken away");
        using var file = await ana.GetAsync($"/incidents/{incident}/review.{extension}");
        var text = await file.Content.ReadAsStringAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(file.Content.Headers.ContentType!.MediaType, Is.EqualTo(mediaType));
            Assert.That(file.Content.Headers.ContentDisposition!.ToString(), Does.Contain($"attachment; filename={incident}-review.{extension}"));
            Assert.That(text, Does.StartWith(begin).And.Contain($"{host.Address}incidents/{incident}/entries/1"));
        }
        // What a declaration has promised comes to the timeline in its own time; from then on the file is the same for ever.
        Assert.That(async () =>
        {
            var before = text;
            using var again = await ana.GetAsync($"/incidents/{incident}/review.{extension}");
            text = await again.Content.ReadAsStringAsync();
            return text == before;
        }, Is.True.After(10).Seconds.PollEvery(100).MilliSeconds);
    }

    [TestCase("review")]
    [TestCase("review.md")]
    [TestCase("review.html")]
    [TestCase("review.json")]
    [TestCase("review/events")]
    [TestCase("review/parts/well")]
    public async Task An_outsider_gets_the_answer_of_an_incident_that_does_not_exist(string path)
    {
        var secret = await ana.DeclareAsync("Stolen laptop", "--type security");
        using var hidden = await ben.GetAsync($"/incidents/{secret}/{path}");
        using var missing = await ben.GetAsync($"/incidents/INC-777/{path}");
        Assert.That(hidden.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await BodyAsync(hidden), Is.EqualTo((await BodyAsync(missing)).Replace("INC-777", secret)));
        Assert.That((await SaveAsync(ben, secret, "well", "x", 0)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        using var mine = await ana.GetAsync($"/incidents/{secret}/{path}");
        Assert.That(mine.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<string> ResolvedAsync()
    {
        var incident = await ana.DeclareAsync("Over", "--severity sev4");
        foreach (var line in new[] { "role claim commander", "triage", "impact \"a few saw errors\" --end now", "update internal \"looking\"", "contain", "remediate", "monitor", "resolve \"rolled back\"" })
            await ana.PressAsync(incident, $"{incident} {line}");
        return incident;
    }

    private static async Task<Answer> PressAsync(Visitor visitor, string incident, string label)
    {
        var page = await visitor.PageAsync($"/incidents/{incident}/review");
        var button = page.QuerySelectorAll("#review-head button[hx-vals]").Single(button => button.TextContent == label);
        var values = System.Text.Json.JsonDocument.Parse(button.GetAttribute("hx-vals")!).RootElement;
        return await visitor.PostAsync(button.GetAttribute("hx-post")!, ("line", values.GetProperty("line").GetString()!), ("key", values.GetProperty("key").GetString()!));
    }

    private async Task<string> HeadAsync(string incident) =>
        string.Join(' ', (await ana.PageAsync($"/incidents/{incident}/review")).QuerySelector(".standing")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<(string Text, int Over)> EditorAsync(Visitor visitor, string incident, string part)
    {
        await visitor.PageAsync($"/incidents/{incident}/review");
        var editor = await visitor.PageAsync($"/incidents/{incident}/review/parts/{part}");
        return (editor.QuerySelector<IHtmlTextAreaElement>($"#text-{part}")!.Value, int.Parse(editor.QuerySelector($"#over-{part}")!.GetAttribute("value")!));
    }

    private static Task<Answer> SaveAsync(Visitor visitor, string incident, string part, string text, int over, string? key = null) => visitor.PostAsync(
        $"/incidents/{incident}/review/parts/{part}", ("text", text), ("over", over.ToString()), ("key", key ?? Guid.NewGuid().ToString("N")));

    private static async Task<string> BodyAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        // The page's token is another one each time.
        return System.Text.RegularExpressions.Regex.Replace(text, "hx-headers:inherited=\"[^\"]*\"|traceId\":\"[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
