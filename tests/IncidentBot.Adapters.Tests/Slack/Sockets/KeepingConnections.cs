using System.Net.WebSockets;
using System.Text.Json.Nodes;
using IncidentBot.Chat.Slack.Hearing;
using IncidentBot.Chat.Slack.Sockets;
using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Slack.Sockets;

public sealed class KeepingConnections
{
    private static SocketPace Pair(SocketPace pace) => pace with { Connections = 2 };

    [Test]
    public async Task Two_stand_one_opened_some_time_after_the_other()
    {
        await using var bot = await ConnectedBot.StartAsync(Pair);
        await ConnectedBot.UntilAsync(() => bot.Connections.Count == 1);
        Assert.That(bot.Slack.Asked, Is.EqualTo(1));

        Assert.That(await bot.MoveUntilAsync(() => bot.Connections.Count == 2), Is.InRange(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)));
        Assert.That(bot.CatchUps, Is.EqualTo(1));
        Assert.That(bot.Connections.Standing, Is.EqualTo(new ChatStanding(
            true, $"Connected to Slack by 2 connections since 2026-11-25 10:42 UTC; something last came at {Words.Second(bot.Connections.LastHeardAt!.Value)}.", new DateTimeOffset(2026, 11, 25, 10, 42, 0, TimeSpan.Zero))));
    }

    [Test]
    public async Task None_counts_before_Slack_has_said_hello()
    {
        await using var bot = await ConnectedBot.StartAsync(slack: slack => slack.Greets = false);
        await bot.Slack.NextAsync();
        Assert.That((bot.Connections.Count, bot.Connections.Standing.Sentence), Is.EqualTo((0, "Not connected to Slack yet.")));

        bot.Slack.Greets = true;
        await bot.MoveUntilAsync(() => bot.Connections.Count == 1);
        Assert.That(bot.Slack.Asked, Is.EqualTo(2));
    }

    [Test]
    public async Task A_warning_brings_the_next_one_before_this_one_goes()
    {
        await using var bot = await ConnectedBot.StartAsync();
        var first = await bot.NextAsync();
        await first.GoodbyeAsync("warning");
        var second = await bot.NextAsync();

        Assert.That(await first.DeliverAsync("events_api", []), Is.Not.Null, "the old one is read until it ends");
        Assert.That(await second.DeliverAsync("events_api", []), Is.Not.Null);
        Assert.That(bot.Connections.Count, Is.EqualTo(2));
        await first.EndAsync();
        await first.Ended.WaitAsync(FakeSlackSocket.Patience);
        await ConnectedBot.UntilAsync(() => bot.Connections.Count == 1);
        Assert.That((bot.Slack.Asked, bot.CatchUps), Is.EqualTo((2, 1)), "nothing was missed in between");
    }

    [Test]
    public async Task One_that_Slack_said_it_would_end_is_ended_when_it_does_not()
    {
        await using var bot = await ConnectedBot.StartAsync(pace => pace with { EndsWithin = TimeSpan.FromSeconds(30) });
        var first = await bot.NextAsync();
        await first.GoodbyeAsync("warning");
        await bot.NextAsync();

        await bot.MoveUntilAsync(() => first.Ended.IsCompleted);
        Assert.That(first.EndedWith, Is.EqualTo(WebSocketCloseStatus.NormalClosure));
    }

    [Test]
    public async Task A_refresh_is_followed_at_once_the_first_time_and_with_growing_waits_when_they_do_not_end()
    {
        await using var bot = await ConnectedBot.StartAsync();
        var first = await bot.NextAsync();
        await first.GoodbyeAsync("refresh_requested");
        var next = await bot.NextAsync();

        var waited = new List<TimeSpan>();
        for (var n = 0; n < 5; n++)
        {
            await next.GoodbyeAsync("refresh_requested");
            var asked = bot.Slack.Asked;
            waited.Add(await bot.MoveUntilAsync(() => bot.Slack.Asked > asked));
            next = await bot.NextAsync();
        }
        Assert.That(waited[^1], Is.GreaterThan(TimeSpan.FromSeconds(7)));
        Assert.That(waited.Sum(wait => wait.TotalSeconds), Is.GreaterThan(15));
    }

    [Test]
    public async Task Socket_Mode_switched_off_is_told_and_looked_for_every_few_minutes()
    {
        await using var bot = await ConnectedBot.StartAsync();
        var first = await bot.NextAsync();
        await first.GoodbyeAsync("link_disabled");
        await first.EndAsync();
        await ConnectedBot.UntilAsync(() => bot.Connections.Standing.Sentence.Contains("Socket Mode was switched off", StringComparison.Ordinal));

        Assert.That(bot.Connections.Standing.IsWell, Is.False);
        Assert.That(bot.Connections.Standing.Sentence, Is.EqualTo(
            "Not connected to Slack since 2026-11-25 10:42 UTC. Socket Mode was switched off. Switch it on again on the app's page at api.slack.com/apps, under Socket Mode; IncidentBot looks every few minutes. "
            + "The incident goes on in the war room; what is said in Slack meanwhile is read back later."));
        Assert.That(await bot.MoveUntilAsync(() => bot.Connections.Count == 1, by: 10), Is.InRange(TimeSpan.FromMinutes(2.5), TimeSpan.FromMinutes(6)));
        Assert.That(bot.CatchUps, Is.EqualTo(2), "what was said meanwhile is read back");
    }

    [Test]
    public async Task Too_many_connections_make_it_wait_longer_each_time()
    {
        await using var bot = await ConnectedBot.StartAsync();
        var waited = new List<double>();
        for (var n = 0; n < 3; n++)
        {
            var one = await bot.NextAsync();
            await one.GoodbyeAsync("too_many_websockets");
            await one.EndAsync();
            var asked = bot.Slack.Asked;
            waited.Add((await bot.MoveUntilAsync(() => bot.Slack.Asked > asked)).TotalSeconds);
        }
        Assert.That(waited[0], Is.InRange(14, 32));
        Assert.That(waited[1], Is.InRange(29, 62));
        Assert.That(waited[2], Is.InRange(59, 122));
    }

    [Test]
    public async Task One_that_breaks_is_replaced_and_what_was_missed_is_read_back()
    {
        await using var bot = await ConnectedBot.StartAsync();
        (await bot.NextAsync()).Abort();
        await ConnectedBot.UntilAsync(() => bot.Connections.Standing.Sentence.Contains("The connection broke", StringComparison.Ordinal));
        Assert.That(bot.Connections.Count, Is.Zero);

        await bot.MoveUntilAsync(() => bot.Connections.Count == 1);
        Assert.That(bot.CatchUps, Is.EqualTo(2));
    }

    [Test]
    public async Task While_another_stands_nothing_is_missed()
    {
        await using var bot = await ConnectedBot.StartAsync(Pair);
        await bot.MoveUntilAsync(() => bot.Connections.Count == 2);
        (await bot.NextAsync()).Abort();
        await bot.MoveUntilAsync(() => bot.Slack.Asked == 3 && bot.Connections.Count == 2);
        Assert.That(bot.CatchUps, Is.EqualTo(1));
    }

    [Test]
    public async Task Silence_is_death()
    {
        await using var bot = await ConnectedBot.StartAsync(pace => pace with { SilentFor = TimeSpan.FromSeconds(60), AskEvery = TimeSpan.FromDays(1) });
        var first = await bot.NextAsync();
        await ConnectedBot.UntilAsync(() => bot.Connections.Count == 1);
        first.FallSilent();

        var waited = await bot.MoveUntilAsync(() => bot.Slack.Asked == 2);
        Assert.That(waited, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(60)));
        Assert.That(await (await bot.NextAsync()).DeliverAsync("events_api", []), Is.Not.Null);
    }

    [Test]
    public async Task Pings_are_signs_of_life()
    {
        await using var bot = await ConnectedBot.StartAsync(slack: slack => slack.PingEvery = TimeSpan.FromMilliseconds(20));
        await bot.NextAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(50));
        await ConnectedBot.UntilAsync(() => bot.Connections.LastHeardAt == bot.Clock.GetUtcNow());
    }

    [Test]
    public async Task A_token_that_is_refused_is_told_and_not_tried_every_second()
    {
        await using var bot = await ConnectedBot.StartAsync(slack: slack => slack.Refuse("invalid_auth"));
        await ConnectedBot.UntilAsync(() => bot.Connections.Standing.Sentence.Length > "Not connected to Slack yet.".Length);
        Assert.That(bot.Connections.Standing.Sentence, Is.EqualTo("Not connected to Slack yet. The app-level token is not accepted."));
        Assert.That(await bot.MoveUntilAsync(() => bot.Slack.Asked == 2, by: 10), Is.GreaterThan(TimeSpan.FromMinutes(2)));
    }

    [Test]
    public async Task When_Slack_asks_to_wait_it_waits_so_long()
    {
        await using var bot = await ConnectedBot.StartAsync(slack: slack => slack.Refuse("ratelimited"));
        await ConnectedBot.UntilAsync(() => bot.Connections.Standing.Sentence.EndsWith("Slack asks to wait 40 s before apps.connections.open is called again.", StringComparison.Ordinal));
        Assert.That(await bot.MoveUntilAsync(() => bot.Slack.Asked == 2), Is.InRange(TimeSpan.FromSeconds(39), TimeSpan.FromSeconds(45)));
    }

    [Test]
    public async Task A_Slack_that_greets_and_breaks_is_not_stormed()
    {
        await using var bot = await ConnectedBot.StartAsync();
        var breaking = BreakAllAsync();
        var start = bot.Clock.GetUtcNow();
        await bot.MoveUntilAsync(() => bot.Clock.GetUtcNow() - start >= TimeSpan.FromMinutes(5), by: 3);
        Assert.That(bot.Slack.Asked, Is.LessThan(20));
        Assert.That(breaking.IsFaulted, Is.False);

        async Task BreakAllAsync()
        {
            while (true) (await bot.Slack.NextAsync()).Abort();
        }
    }

    [Test]
    public async Task At_the_end_what_was_begun_is_acknowledged_and_the_connection_ended_in_good_order()
    {
        await using var bot = await ConnectedBot.StartAsync();
        var connection = await bot.NextAsync();
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        bot.Answer = async _ =>
        {
            begun.TrySetResult();
            await release.Task;
            return SlackAnswer.Received;
        };
        var delivered = connection.DeliverAsync("events_api", []);
        await begun.Task;
        var stopping = bot.StopAsync();
        release.SetResult();

        Assert.That(await delivered, Is.Not.Null);
        await stopping.WaitAsync(FakeSlackSocket.Patience);
        await connection.Ended.WaitAsync(FakeSlackSocket.Patience);
        Assert.That(connection.EndedWith, Is.EqualTo(WebSocketCloseStatus.NormalClosure));
    }

    [Test]
    public async Task Work_that_never_ends_does_not_keep_it_from_stopping()
    {
        await using var bot = await ConnectedBot.StartAsync();
        var connection = await bot.NextAsync();
        var begun = new TaskCompletionSource();
        bot.Answer = async _ =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan);
            return SlackAnswer.Received;
        };
        await connection.SendAsync(FakeSlackConnection.Envelope("e1", "events_api", []));
        await begun.Task;
        var stopping = bot.StopAsync();
        await bot.MoveUntilAsync(() => stopping.IsCompleted);
        Assert.That(connection.HasSaid, Is.False);
    }

    [Test]
    public async Task A_refresh_under_load_loses_and_doubles_nothing()
    {
        await using var bot = await ConnectedBot.StartAsync(Pair);
        await bot.MoveUntilAsync(() => bot.Connections.Count == 2);
        var sent = 0;
        using var load = new CancellationTokenSource();
        var senders = Enumerable.Range(0, 4).Select(_ => SendAsync()).ToArray();
        for (var round = 0; round < 4; round++)
        {
            await ConnectedBot.UntilAsync(() => bot.Taken.Count > round * 100);
            var old = bot.Slack.Open[0];
            var asked = bot.Slack.Asked;
            await old.GoodbyeAsync(round % 2 == 0 ? "warning" : "refresh_requested");
            await bot.MoveUntilAsync(() => bot.Slack.Asked > asked && bot.Slack.Open.Count == 3);
            await old.EndAsync();
            await old.Ended.WaitAsync(FakeSlackSocket.Patience);
        }
        await load.CancelAsync();
        await Task.WhenAll(senders);

        var taken = bot.Taken.Cast<SlackDelivery.Event>().Select(one => one.Body.GetProperty("n").GetInt32()).Order();
        Assert.That(taken, Is.EqualTo(Enumerable.Range(1, sent)));
        Assert.That(bot.CatchUps, Is.EqualTo(1));

        async Task SendAsync()
        {
            while (!load.IsCancellationRequested) await bot.Slack.DeliverAsync("events_api", new JsonObject { ["n"] = Interlocked.Increment(ref sent) });
        }
    }
}
