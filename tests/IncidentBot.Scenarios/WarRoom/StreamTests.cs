using System.Net;

namespace IncidentBot.Scenarios.WarRoom;

internal sealed class StreamTests
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
    public async Task What_one_says_another_sees_at_once()
    {
        var incident = await ana.DeclareAsync("Live");
        using var stream = await ben.StreamAsync($"/rooms/{incident}/events?after=1");

        await ana.SayAsync(incident, "the database is fine");

        var seen = await stream.UntilAsync("the database is fine");
        Assert.That(seen.Data, Does.StartWith("<hx-partial hx-target=\"#log\" hx-swap=\"beforeend\">"));
    }

    [Test]
    public async Task A_stream_goes_on_behind_the_last_event_that_was_seen()
    {
        var incident = await ana.DeclareAsync("Cut off");
        string last;
        using (var first = await ben.StreamAsync($"/rooms/{incident}/events?after=1"))
        {
            await ana.SayAsync(incident, "before the cut");
            await first.UntilAsync("before the cut");
            last = first.LastId;
        }
        await ana.SayAsync(incident, "during the cut");

        using var second = await ben.StreamAsync($"/rooms/{incident}/events?after=1", int.Parse(last));
        await ana.SayAsync(incident, "after the cut");
        await second.UntilAsync("after the cut");

        var all = string.Concat(second.Seen.Select(item => item.Data));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(all, Does.Contain("during the cut"));
            Assert.That(all, Does.Not.Contain("before the cut"));
        }
    }

    [Test]
    public async Task A_stream_goes_on_over_a_restart_of_the_server()
    {
        await using var other = RunningHost.Start();
        using var cara = await Visitor.EnterAsync(other, "Cara");
        var incident = await cara.DeclareAsync("Restarted");
        var open = await cara.StreamAsync($"/rooms/{incident}/events?after=1");
        await cara.SayAsync(incident, "said before");
        await open.UntilAsync("said before");

        await other.StopAsync();
        Assert.That(await open.UntilAsync(_ => false), Is.Null, "the server ends its streams when it stops");
        other.StartAgain();

        await cara.PageAsync("/");
        await cara.SayAsync(incident, "said after");
        using var again = await cara.StreamAsync($"/rooms/{incident}/events?after=1", int.Parse(open.LastId));
        await again.UntilAsync("said after");
        open.Dispose();
        Assert.That(again.Seen.Count(item => item.Data.Contains("said before", StringComparison.Ordinal)), Is.Zero);
    }

    [Test]
    public async Task Every_connection_brings_a_token_that_is_accepted()
    {
        using var stream = await ben.StreamAsync("/rooms/general/events?after=0");
        var token = await stream.UntilAsync(item => item.EventType == "token");
        Assert.That(token?.Data, Has.Length.GreaterThan(50));
    }

    [Test]
    public async Task A_changed_incident_redraws_its_card_and_housekeeping_does_not()
    {
        var incident = await ana.DeclareAsync("Card");
        using var stream = await ben.StreamAsync($"/rooms/{incident}/events?after=1");
        await stream.UntilAsync("id=\"rooms\"");

        await ana.PressAsync(incident, $"{incident} severity sev1");

        var card = await stream.UntilAsync("id=\"card\"");
        Assert.That(card.Data, Does.Contain("SEV1").And.Contain("outerMorph"));
    }

    [Test]
    public async Task A_new_incident_appears_in_everybodys_side_bar_and_is_announced_in_general()
    {
        using var stream = await ben.StreamAsync("/rooms/general/events?after=0");
        await stream.UntilAsync("id=\"rooms\"");

        var incident = await ana.DeclareAsync("Announced to all");

        await stream.UntilAsync($"data-room=\"{incident}\"");
        await stream.UntilAsync(item => item.Data.Contains("announced-", StringComparison.Ordinal) && item.Data.Contains("Announced to all", StringComparison.Ordinal));
    }

    [Test]
    public async Task After_a_long_absence_the_room_comes_whole_instead_of_piece_by_piece()
    {
        var incident = await ana.DeclareAsync("Busy");
        for (var number = 1; number <= 320; number++) await ana.SayAsync(incident, $"message {number}");

        using var stream = await ben.StreamAsync($"/rooms/{incident}/events?after=1");

        var whole = await stream.UntilAsync("message 320");
        Assert.That(whole.Data, Does.StartWith("<hx-partial hx-target=\"#log\" hx-swap=\"innerHTML\">").And.Contain("message 250"));
    }

    [Test]
    public async Task An_edit_a_mark_and_a_deletion_redraw_the_message_where_it_stands()
    {
        var incident = await ana.DeclareAsync("Edited");
        var number = (await ana.SayAsync(incident, "first words")).Entry;
        using var stream = await ben.StreamAsync($"/rooms/{incident}/events?after={number}");

        await ana.PostAsync($"/rooms/{incident}/entries/{number}", ("text", "second words, \"quoted\""));
        var edited = await stream.UntilAsync("second words");
        await ana.PressAsync(incident, $"{incident} pin {number}");
        var marked = await stream.UntilAsync("key event\"");
        await ana.PressAsync(incident, $"{incident} delete {number}");
        var deleted = await stream.UntilAsync("This message was deleted");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(edited.Data, Does.Contain($"hx-target=\"#e-{number}\"").And.Contain("&quot;quoted&quot;").And.Contain(">edited<"));
            Assert.That(marked.Data, Does.Contain("pinned"));
            Assert.That(deleted.Data, Does.Not.Contain("second words"));
        }
    }

    [Test]
    public async Task An_answer_goes_to_the_thread_and_counts_at_its_root()
    {
        var incident = await ana.DeclareAsync("Threads");
        var root = (await ana.SayAsync(incident, "who knows the cache?")).Entry;
        using var stream = await ana.StreamAsync($"/rooms/{incident}/events?after={root}");

        await ben.SayAsync(incident, "I do", replyTo: root);

        var answer = await stream.UntilAsync("I do");
        var room = await ana.PageAsync($"/rooms/{incident}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Data, Does.Contain($"hx-target=\"#answers-{root}\"").And.Contain("1 reply"));
            Assert.That(room.QuerySelector("#log")!.TextContent, Does.Not.Contain("I do").And.Contain("1 reply"));
        }
    }

    [Test]
    public async Task Nobody_edits_or_deletes_the_words_of_others()
    {
        var incident = await ana.DeclareAsync("Own words");
        var number = (await ana.SayAsync(incident, "mine")).Entry;
        var edit = await ben.PostAsync($"/rooms/{incident}/entries/{number}", ("text", "forged"));
        var deletion = await ben.PressAsync(incident, $"{incident} delete {number}");
        Assert.That((edit.Outcome, deletion.Outcome), Is.EqualTo(("refused", "refused")));
    }
}
