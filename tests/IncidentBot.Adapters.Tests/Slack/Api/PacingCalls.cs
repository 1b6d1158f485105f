using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Api.Calling;

namespace IncidentBot.Adapters.Tests.Slack.Api;

/// <summary>How often Slack is called, and what happens when it asks to wait.</summary>
internal sealed class PacingCalls : SlackOnLoopback
{
    private const string TooMany = """{"ok":false,"error":"ratelimited"}""";

    [Test]
    public async Task A_short_wait_is_waited_and_the_call_made_again_also_what_must_not_be_done_twice()
    {
        Far.Always("chat.postMessage", """{"ok":true,"channel":"C1","ts":"1.1"}""").Next("chat.postMessage", TooMany, status: 429, retryAfter: "2");
        var took = await TimeOfAsync(async () => await Slack.PostAsync(new SlackPost("C1", Hello)));
        Assert.Multiple(() =>
        {
            Assert.That(took.TotalSeconds, Is.InRange(2, 2.9));
            Assert.That(Far.CallsOf("chat.postMessage"), Has.Count.EqualTo(2));
        });
    }

    [Test]
    public async Task A_long_wait_is_told_and_binds_this_method_alone_for_all_callers()
    {
        Far.Next("chat.update", TooMany, status: 429, retryAfter: "30");
        var first = await ThrownAsync<SlackBusyException>(async () => await Slack.UpdateAsync(new SlackPlace("C1", "1.1"), Hello));
        Clock.Advance(TimeSpan.FromSeconds(10));
        var second = await ThrownAsync<SlackBusyException>(async () => await Slack.UpdateAsync(new SlackPlace("C2", "1.2"), Hello));
        await Slack.DeleteAsync(new SlackPlace("C1", "1.1"));
        Assert.Multiple(() =>
        {
            Assert.That(first.Message, Is.EqualTo("Slack asks to wait 30 s before chat.update is called again."));
            Assert.That(second.Wait, Is.EqualTo(TimeSpan.FromSeconds(20)));
            Assert.That(Far.CallsOf("chat.update"), Has.Count.EqualTo(1), "who must wait does not ask");
        });
        Clock.Advance(TimeSpan.FromSeconds(20));
        await Slack.UpdateAsync(new SlackPlace("C1", "1.1"), Hello);
        Assert.That(Far.CallsOf("chat.update"), Has.Count.EqualTo(2));
    }

    [TestCase(429, null, "", 1)]
    [TestCase(429, "soon", TooMany, 1)]
    [TestCase(429, "-5", TooMany, 1)]
    [TestCase(429, "0", TooMany, 1)]
    [TestCase(429, "3", "<html>", 3)]
    [TestCase(429, "Mon, 23 Nov 2026 10:42:04 GMT", TooMany, 4)]
    [TestCase(200, null, TooMany, 1)]
    [TestCase(200, "2", """{"ok":false,"error":"rate_limited"}""", 2)]
    public async Task However_Slack_says_it_the_call_waits(int status, string? retryAfter, string body, int seconds)
    {
        Far.Next("chat.delete", body, status, retryAfter);
        var took = await TimeOfAsync(() => Slack.DeleteAsync(new SlackPlace("C1", "1.1")));
        Assert.That(took.TotalSeconds, Is.InRange(seconds - 0.2, seconds + 0.9));
    }

    [Test]
    public async Task Waits_that_add_up_are_told()
    {
        for (var time = 0; time < 3; time++) Far.Next("chat.delete", TooMany, status: 429, retryAfter: "2");
        var busy = await ThrownAsync<SlackBusyException>(async () => await InTimeAsync(Slack.DeleteAsync(new SlackPlace("C1", "1.1"))));
        Assert.That((busy.Wait, Far.CallsOf("chat.delete").Count), Is.EqualTo((TimeSpan.FromSeconds(2), 3)));
    }

    [Test]
    public async Task A_channel_gets_a_message_a_second_after_a_few_at_once_and_others_go_on()
    {
        Far.Always("chat.postMessage", call => $$"""{"ok":true,"channel":"{{call["channel"]}}","ts":"1.1"}""");
        var busy = await TimeOfAsync(async () =>
        {
            for (var post = 0; post < 8; post++) await Slack.PostAsync(new SlackPost("C1", Hello));
        });
        var other = await TimeOfAsync(async () => await Slack.PostAsync(new SlackPost("C2", Hello)));
        Assert.Multiple(() =>
        {
            Assert.That(busy.TotalSeconds, Is.InRange(3.9, 4.9));
            Assert.That(other.TotalSeconds, Is.LessThan(0.9));
        });
    }

    [Test]
    public async Task A_method_gets_half_its_minute_at_once_then_evenly()
    {
        var gate = new SlackGate(Clock);
        var ask = SlackAsk.Once("conversations.create");
        for (var call = 0; call < 10; call++) await gate.EnterAsync(ask, gate.Now, CancellationToken.None);
        var busy = await ThrownAsync<SlackBusyException>(async () => await gate.EnterAsync(ask, gate.Now, CancellationToken.None));
        Assert.That(busy.Wait, Is.EqualTo(TimeSpan.FromSeconds(3)), "20 a minute");
        Clock.Advance(busy.Wait);
        await gate.EnterAsync(ask, gate.Now, CancellationToken.None);
    }

    [Test]
    public async Task Who_waits_waits_in_turn_and_who_gives_up_takes_no_place()
    {
        var gate = new SlackGate(Clock);
        var ask = SlackAsk.Once("chat.postMessage") with { Part = "C1" };
        var passed = new List<int>();
        async Task PassAsync(int who)
        {
            await gate.EnterAsync(ask, gate.Now + TimeSpan.FromSeconds(3), CancellationToken.None);
            lock (passed) passed.Add(who);
        }
        var calls = Enumerable.Range(0, 8).Select(PassAsync).ToList();
        for (var second = 0; second < 3; second++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await calls[4 + second].WaitAsync(TimeSpan.FromSeconds(10));
        }
        Assert.That(passed, Is.EqualTo([0, 1, 2, 3, 4, 5, 6]));
        await ThrownAsync<SlackBusyException>(() => calls[7]);
    }

    [Test]
    public void Every_method_has_the_pace_of_its_tier()
    {
        var paces = new[] { "conversations.create", "pins.add", "usergroups.list", "chat.update", "conversations.history", "users.lookupByEmail", "users.info", "views.publish", "chat.postMessage" };
        Assert.That(paces.Select(SlackPace.PerMinute), Is.EqualTo([20, 20, 20, 50, 50, 50, 100, 100, 300]));
    }
}
