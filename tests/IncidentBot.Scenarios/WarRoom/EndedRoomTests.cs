using System.Net;

namespace IncidentBot.Scenarios.WarRoom;

/// <summary>What has ended is read: its room says so, offers to reopen it, and takes nothing in.</summary>
internal sealed class EndedRoomTests
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
    public async Task Instead_of_the_place_to_write_there_is_a_sentence_and_a_way_to_reopen_it()
    {
        var id = await EndedAsync();
        var room = await ana.PageAsync($"/rooms/{id}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(room.QuerySelector(".column .composer"), Is.Null);
            Assert.That(room.QuerySelector("#composing.reads p")!.TextContent.Trim(), Is.EqualTo($"{id} is cancelled. Reopen it to go on."));
            Assert.That(room.QuerySelector("#composing button")!.TextContent, Is.EqualTo("Reopen"));
            Assert.That(room.QuerySelectorAll("[data-act]").Select(act => act.GetAttribute("data-act")).Distinct(), Is.EqualTo(new[] { "redact" }), "nothing else can be done to what was said");
            Assert.That(room.QuerySelectorAll("#log .controls button"), Is.Empty, "nor by what the bot said");
        }
        var form = await ana.PressAsync(id, $"{id} reopen");
        Assert.That((form.Outcome, form.Body.QuerySelector("dialog label")!.TextContent.Trim()), Is.EqualTo(("form", "Why?")));
    }

    [Test]
    public async Task Who_may_not_reopen_it_is_told_who_may()
    {
        var id = await ana.DeclareAsync("Nobody can pay", "--severity sev1");
        await ana.PressAsync(id, $"{id} lead");
        await ana.PressAsync(id, $"{id} cancel \"a false alarm\"");
        using var ben = await Visitor.EnterAsync(host, "Ben");
        var room = await ben.PageAsync($"/rooms/{id}");
        Assert.That(room.QuerySelector("#composing p")!.TextContent.Trim(), Is.EqualTo($"{id} is cancelled. On a SEV1, reopen is for the incident commander or the deputy: ask Ana."));
        Assert.That(room.QuerySelector("#composing button"), Is.Null);
    }

    [Test]
    public async Task It_takes_no_words_no_edits_and_no_files()
    {
        var id = await ana.DeclareAsync("Over soon");
        var said = await ana.SayAsync(id, "I see 500s");
        await ana.PressAsync(id, $"{id} cancel \"a false alarm\"");
        var answers = new[]
        {
            await ana.SayAsync(id, "one more thing"), await ana.UploadAsync(id, "late.txt", [1]),
            await ana.PressAsync(id, $"{id} edit {said.Entry} \"I saw nothing\""), await ana.PressAsync(id, $"{id} delete {said.Entry}"), await ana.PressAsync(id, $"{id} pin {said.Entry}"),
        };
        foreach (var answer in answers)
        {
            Assert.That((answer.Status, answer.Outcome), Is.EqualTo((HttpStatusCode.OK, "refused")));
            Assert.That(answer.Body.TextContent, Does.Contain($"{id} is cancelled: it can be read and reviewed, and its follow-ups go on. Reopen it to do more."));
        }
    }

    [Test]
    public async Task An_open_page_changes_when_it_ends_and_back_when_it_is_reopened()
    {
        var id = await ana.DeclareAsync("To and fro");
        using var stream = await ana.StreamAsync($"/rooms/{id}/events?after=1&writes=1");
        await stream.UntilAsync("id=\"rooms\"");
        Assert.That(string.Concat(stream.Seen.Select(item => item.Data)), Does.Not.Contain("composing"), "the page has it already");
        await ana.PressAsync(id, $"{id} cancel \"a false alarm\"");
        await stream.UntilAsync($"{id} is cancelled. Reopen it to go on.");
        await ana.PressAsync(id, $"{id} reopen \"it is back\"");
        Assert.That((await stream.UntilAsync("#composing.reads")).Data, Does.Contain("data-composer"));
    }

    [Test]
    public async Task Its_review_and_its_follow_ups_go_on()
    {
        var id = await EndedAsync();
        foreach (var line in new[] { "review add lessons \"be quicker\"", "followup \"alert earlier\" --owner @ana", "member add @ben" })
            Assert.That((await ana.PressAsync(id, $"{id} {line}")).Outcome, Is.EqualTo("done"), line);
    }

    private async Task<string> EndedAsync()
    {
        var id = await ana.DeclareAsync("Over");
        await ana.SayAsync(id, "I see 500s");
        await ana.PressAsync(id, $"{id} handoff @ben");
        await ana.PressAsync(id, $"{id} cancel \"a false alarm\"");
        return id;
    }
}
