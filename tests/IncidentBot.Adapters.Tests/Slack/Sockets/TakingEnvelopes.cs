using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Chat.Slack.Hearing;
using IncidentBot.Chat.Slack.Sockets;
using IncidentBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Adapters.Tests.Slack.Sockets;

public sealed class TakingEnvelopes
{
    private ConnectedBot bot = null!;
    private FakeSlackConnection connection = null!;

    [SetUp]
    public async Task Connect()
    {
        bot = await ConnectedBot.StartAsync();
        connection = await bot.NextAsync();
    }

    [TearDown]
    public async Task Leave() => await bot.DisposeAsync();

    [Test]
    public async Task An_event_is_acknowledged_without_words()
    {
        var acknowledged = await connection.DeliverAsync("events_api", new JsonObject { ["type"] = "event_callback", ["event_id"] = "Ev1" });

        Assert.That(acknowledged!.Select(part => part.Key), Is.EqualTo(new[] { "envelope_id" }));
        Assert.That(((SlackDelivery.Event)bot.Taken.Single()).Body.GetProperty("event_id").GetString(), Is.EqualTo("Ev1"));
    }

    [Test]
    public async Task A_command_is_answered_with_what_would_be_the_body_over_HTTP()
    {
        bot.Answer = _ => ValueTask.FromResult(ConnectedBot.Json("""{"response_type":"ephemeral","text":"INC-1 is declared."}"""));
        var acknowledged = await connection.DeliverAsync("slash_commands", new JsonObject { ["command"] = "/incident", ["text"] = "declare", ["is_enterprise_install"] = false, ["enterprise_id"] = null });

        Assert.That(acknowledged!["payload"]!.ToJsonString(), Is.EqualTo("""{"response_type":"ephemeral","text":"INC-1 is declared."}"""));
        var fields = ((SlackDelivery.Command)bot.Taken.Single()).Fields;
        Assert.That(fields, Is.EquivalentTo(new Dictionary<string, string> { ["command"] = "/incident", ["text"] = "declare", ["is_enterprise_install"] = "false" }));
    }

    [Test]
    public async Task A_form_is_answered_with_its_errors()
    {
        bot.Answer = _ => ValueTask.FromResult(ConnectedBot.Json("""{"response_action":"errors","errors":{"title":"Say what is wrong."}}"""));
        var acknowledged = await connection.DeliverAsync("interactive", new JsonObject { ["type"] = "view_submission" });

        Assert.That((string?)acknowledged!["payload"]!["errors"]!["title"], Is.EqualTo("Say what is wrong."));
        Assert.That(bot.Taken.Single(), Is.TypeOf<SlackDelivery.Interaction>());
    }

    [Test]
    public async Task An_answer_that_Slack_does_not_take_is_left_away()
    {
        bot.Answer = _ => ValueTask.FromResult(ConnectedBot.Json("{}"));
        Assert.That((await connection.DeliverAsync("events_api", new JsonObject { ["type"] = "event_callback" }))!.ContainsKey("payload"), Is.False);
    }

    [Test]
    public async Task What_nobody_here_knows_is_received_and_left()
    {
        await connection.SendAsync(new JsonObject { ["type"] = "weather", ["rain"] = true });
        await connection.SendAsync(Encoding.UTF8.GetBytes("[1, 2]"), WebSocketMessageType.Text);
        Assert.That(await connection.DeliverAsync("telegrams", new JsonObject { ["a"] = 1 }), Is.Not.Null);
        Assert.That(bot.Taken, Is.Empty);
    }

    [Test]
    public async Task A_frame_in_many_pieces_is_one()
    {
        var frame = FakeSlackConnection.Envelope("e1", "events_api", new JsonObject { ["text"] = new string('ä', 100_000) });
        await connection.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, piece: 777);

        Assert.That((string?)(await connection.SaidAsync())["envelope_id"], Is.EqualTo("e1"));
        Assert.That(((SlackDelivery.Event)bot.Taken.Single()).Body.GetProperty("text").GetString(), Has.Length.EqualTo(100_000));
    }

    [Test]
    public async Task Binary_frames_too_large_ones_and_what_is_no_JSON_are_passed_over()
    {
        var envelope = Encoding.UTF8.GetBytes(FakeSlackConnection.Envelope("e1", "events_api", []).ToJsonString());
        await connection.SendAsync(envelope, WebSocketMessageType.Binary);
        await connection.SendAsync([.. envelope, .. Enumerable.Repeat((byte)' ', FrameReader.Largest)], WebSocketMessageType.Text, piece: 60_000);
        await connection.SendAsync("{\"envelope_id\":"u8.ToArray(), WebSocketMessageType.Text);
        await connection.SendAsync(Encoding.UTF8.GetBytes(new string('[', 10_000)), WebSocketMessageType.Text);

        Assert.That(await connection.DeliverAsync("events_api", new JsonObject { ["after"] = "all that" }), Is.Not.Null);
        Assert.That(bot.Taken, Has.Count.EqualTo(1));
        Assert.That(bot.Slack.Asked, Is.EqualTo(1), "the connection stands");
    }

    [Test]
    public async Task What_cannot_be_recorded_is_not_acknowledged()
    {
        bot.Answer = _ => throw new IOException("The disk is full.");
        Assert.That(await connection.DeliverAsync("events_api", new JsonObject { ["event_id"] = "Ev1" }, within: TimeSpan.FromSeconds(1)), Is.Null);

        bot.Answer = _ => ValueTask.FromResult(SlackAnswer.Received);
        Assert.That(await bot.Slack.DeliverAsync("events_api", new JsonObject { ["event_id"] = "Ev1" }), Is.Not.Null);
    }

    [Test]
    public async Task Work_that_takes_long_keeps_nobody_waiting()
    {
        var release = new TaskCompletionSource();
        bot.Answer = async delivery =>
        {
            if (delivery is SlackDelivery.Command) await release.Task;
            return SlackAnswer.Received;
        };
        var slow = connection.DeliverAsync("slash_commands", []);
        Assert.That(await connection.DeliverAsync("events_api", []), Is.Not.Null);
        Assert.That(slow.IsCompleted, Is.False);
        release.SetResult();
        Assert.That(await slow, Is.Not.Null);
    }

    [Test]
    public async Task More_than_can_be_held_is_left_to_be_delivered_again()
    {
        var (begun, release) = (0, new TaskCompletionSource());
        bot.Answer = async _ =>
        {
            Interlocked.Increment(ref begun);
            await release.Task;
            return SlackAnswer.Received;
        };
        for (var n = 0; n < 32; n++) await connection.SendAsync(FakeSlackConnection.Envelope($"e{n}", "events_api", []));
        await ConnectedBot.UntilAsync(() => Volatile.Read(ref begun) == 32);
        for (var n = 32; n < 1100; n++) await connection.SendAsync(FakeSlackConnection.Envelope($"e{n}", "events_api", []));
        await connection.SendAsync(new JsonObject { ["type"] = "disconnect", ["reason"] = "refresh_requested" });
        var next = await bot.NextAsync();
        release.SetResult();

        await ConnectedBot.UntilAsync(() => bot.Taken.Count == 1032);
        Assert.That(await next.DeliverAsync("events_api", []), Is.Not.Null);
        Assert.That(bot.Taken, Has.Count.EqualTo(1033));
    }

    [Test]
    public async Task Once_the_program_stops_nothing_new_is_taken()
    {
        using var envelopes = new SlackEnvelopes(bot, TimeProvider.System, NullLogger<SlackEnvelopes>.Instance);
        await envelopes.FinishAsync(TimeSpan.FromSeconds(1));
        var late = new SocketFrame.Envelope("late", "events_api", TakesPayload: false, JsonElement.Parse("{}"));
        Assert.That(envelopes.Put(new ArrivedEnvelope(late, _ => ValueTask.CompletedTask)), Is.False);
    }
}
