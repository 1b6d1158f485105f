using System.Net;
using System.Net.Sockets;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Blocks;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Adapters.Tests.Slack.Api;

/// <summary>What is asked again when no answer came, and what is not.</summary>
internal sealed class TryingAgain : SlackOnLoopback
{
    private static readonly HomeView View = new([]);

    [Test]
    public async Task Reading_is_tried_again_after_a_break_a_503_and_trouble_in_a_200()
    {
        Far.Break("users.info").Next("users.info", "<html><body>503</body></html>", status: 503).Next("users.info", """{"ok":true,"user":{"id":"U1","name":"ana"}}""");
        Assert.That((await InTimeAsync(Slack.UserAsync("U1")))!.Name, Is.EqualTo("ana"));
        Far.Next("users.info", """{"ok":false,"error":"internal_error"}""").Next("users.info", """{"ok":true,"user":{"id":"U2","name":"ben"}}""");
        Assert.That((await InTimeAsync(Slack.UserAsync("U2")))!.Name, Is.EqualTo("ben"));
    }

    [Test]
    public async Task What_is_the_same_twice_is_tried_again()
    {
        var place = new SlackPlace("C1", "1.1");
        (string Method, Func<ValueTask> Ask)[] harmless =
        [
            ("chat.update", () => Slack.UpdateAsync(place, Hello)), ("conversations.setTopic", () => Slack.SetTopicAsync("C1", "t")), ("conversations.archive", () => Slack.ArchiveAsync("C1")),
            ("pins.add", () => Slack.PinAsync(place)), ("conversations.join", () => Slack.JoinAsync("C1")), ("views.publish", () => Slack.PublishHomeAsync("U1", View)), ("views.update", () => Slack.UpdateViewAsync("V1", View)),
        ];
        foreach (var (method, ask) in harmless)
        {
            Far.Next(method, "", status: 500);
            await InTimeAsync(ask());
            Assert.That(Far.CallsOf(method), Has.Count.EqualTo(2), method);
        }
    }

    [Test]
    public async Task What_is_not_is_asked_once()
    {
        (string Method, Func<Task> Ask)[] harmful =
        [
            ("chat.postMessage", () => Slack.PostAsync(new SlackPost("C1", Hello)).AsTask()), ("chat.postEphemeral", () => Slack.WhisperAsync("C1", "U1", Hello).AsTask()),
            ("conversations.create", () => Slack.CreateChannelAsync("inc-1", isPrivate: false).AsTask()), ("bookmarks.add", () => Slack.BookmarkAsync("C1", "t", new Uri("https://example.com/")).AsTask()),
            ("views.open", () => Slack.OpenViewAsync("1.2", View).AsTask()),
        ];
        foreach (var (method, ask) in harmful)
        {
            Far.Next(method, "", status: 500).Break(method).Next(method, """{"ok":false,"error":"fatal_error"}""");
            for (var failure = 1; failure <= 3; failure++)
            {
                var away = await ThrownAsync<SlackAwayException>(() => ask());
                Assert.That((away.MayBeDone, Far.CallsOf(method).Count), Is.EqualTo((true, failure)), method);
            }
        }
    }

    [Test]
    public async Task Slack_that_stays_away_is_told_with_what_was_seen()
    {
        for (var time = 0; time < 3; time++) Far.Next("users.info", "<html>", status: 502);
        var away = await ThrownAsync<SlackAwayException>(async () => await InTimeAsync(Slack.UserAsync("U1")));
        Assert.That((away.Message, Far.CallsOf("users.info").Count), Is.EqualTo(("Slack has trouble of its own: users.info was answered with HTTP status 502 and nothing that can be read.", 3)));
    }

    [Test]
    public async Task An_answer_without_what_was_asked_for_is_none() =>
        Assert.That((await ThrownAsync<SlackAwayException>(async () => await Slack.CreateChannelAsync("inc-1", isPrivate: false))).Message, Is.EqualTo("Slack answered conversations.create without what was asked for."));

    [Test]
    public async Task A_proxys_no_is_told_as_such_and_nothing_was_done()
    {
        Far.Next("chat.postMessage", "<html>Forbidden</html>", status: 403);
        var away = await ThrownAsync<SlackAwayException>(async () => await Slack.PostAsync(new SlackPost("C1", Hello)));
        Assert.That((away.Message, away.MayBeDone), Is.EqualTo(("chat.postMessage was answered with HTTP status 403, which Slack does not use. Check Slack:ApiUrl, and any proxy in between.", false)));
    }

    [Test]
    public async Task Nobody_waits_for_an_answer_longer_than_ten_seconds()
    {
        Far.Silent("chat.postMessage");
        var post = Slack.PostAsync(new SlackPost("C1", Hello)).AsTask();
        await AskedAsync("chat.postMessage", 1);
        Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.That(post.IsCompleted, Is.False);
        Clock.Advance(TimeSpan.FromSeconds(1.1));
        Assert.That((await ThrownAsync<SlackAwayException>(() => post)).Message, Is.EqualTo("Slack did not answer chat.postMessage in time."));
    }

    [Test]
    public async Task A_modal_is_opened_within_two_and_a_half_seconds_or_not_at_all()
    {
        Far.Silent("views.open");
        var open = Slack.OpenViewAsync("1.2", View).AsTask();
        await AskedAsync("views.open", 1);
        Clock.Advance(TimeSpan.FromSeconds(2.6));
        await ThrownAsync<SlackAwayException>(() => open);
        Assert.That(Far.CallsOf("views.open"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_modal_does_not_wait_for_its_turn()
    {
        Far.Next("views.open", """{"ok":false,"error":"ratelimited"}""", status: 429, retryAfter: "1");
        Assert.That((await ThrownAsync<SlackBusyException>(async () => await Slack.OpenViewAsync("1.2", View))).Wait, Is.EqualTo(TimeSpan.FromSeconds(1)));
        Far.Next("views.open", """{"ok":true,"view":{"id":"V1"}}""");
        Assert.That(async () => await Slack.OpenViewAsync("1.3", View), Is.EqualTo("V1"));
    }

    [Test]
    public async Task Slack_that_cannot_be_reached_has_certainly_done_nothing()
    {
        Options.ApiUrl = new Uri($"http://127.0.0.1:{FreePort()}/");
        using var process = Process();
        var slack = process.GetRequiredService<ISlack>();
        var away = await ThrownAsync<SlackAwayException>(async () => await slack.PostAsync(new SlackPost("C1", Hello)));
        Assert.That((away.Message, away.MayBeDone), Is.EqualTo(("Slack cannot be reached for chat.postMessage (the connection is refused). Check the way out of this machine (DNS, proxy, firewall) and Slack:ApiUrl.", false)));
    }

    [Test]
    public async Task A_modal_is_tried_a_second_time_at_once_when_Slack_was_not_reached()
    {
        var tries = 0;
        using var process = Process(() => tries++ == 0);
        Far.Next("views.open", """{"ok":true,"view":{"id":"V1"}}""");
        Assert.That(await process.GetRequiredService<ISlack>().OpenViewAsync("1.2", View), Is.EqualTo("V1"));
        await ThrownAsync<SlackAwayException>(async () =>
        {
            using var never = Process(() => tries++ > 0);
            await never.GetRequiredService<ISlack>().OpenViewAsync("1.3", View);
        });
        Assert.That(tries, Is.EqualTo(4), "never more than twice");
    }

    [Test]
    public async Task What_became_of_calls_is_counted()
    {
        using var process = Process();
        var slack = process.GetRequiredService<ISlack>();
        Far.Next("chat.delete", """{"ok":false,"error":"is_archived"}""").Break("chat.postMessage").Next("views.open", "", status: 429, retryAfter: "9");
        await ThrownAsync<SlackFaultException>(async () => await slack.DeleteAsync(new SlackPlace("C1", "1.1")));
        await ThrownAsync<SlackAwayException>(async () => await slack.PostAsync(new SlackPost("C1", Hello)));
        await ThrownAsync<SlackBusyException>(async () => await slack.OpenViewAsync("1.2", View));
        await slack.JoinAsync("C1");
        Assert.That(process.GetRequiredService<SlackCallTally>().Ended, Is.EquivalentTo(new Dictionary<(string, string), long>
        {
            [("chat.delete", "fault")] = 1, [("chat.postMessage", "away")] = 1, [("views.open", "busy")] = 1, [("conversations.join", "ok")] = 1,
        }));
    }

    [Test]
    public async Task Whoever_asks_may_stop_waiting()
    {
        Far.Silent("chat.postMessage");
        using var enough = new CancellationTokenSource();
        var post = Slack.PostAsync(new SlackPost("C1", Hello), enough.Token).AsTask();
        enough.Cancel();
        Assert.That(async () => await post, Throws.InstanceOf<OperationCanceledException>());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
