using System.Text.Json.Nodes;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Slack.Sockets;

/// <summary>Our Slack's side of Socket Mode is right when Slack's own client gets on with it.</summary>
public sealed class SlacksOwnClient
{
    [Test]
    public async Task Connects_acknowledges_and_comes_again_when_it_is_told_to()
    {
        await using var slack = await FakeSlackSocket.StartAsync();
        using var client = PeerProcess.Start("socket.mjs", slack.Address.ToString());
        var first = await slack.NextAsync();
        await client.SaidAsync("connected");
        Assert.That(slack.Tokens, Is.EqualTo(new[] { "xapp-peer" }));

        var happened = await first.DeliverAsync("events_api", new JsonObject { ["type"] = "event_callback", ["event"] = new JsonObject { ["type"] = "app_mention" } });
        Assert.That(happened, Is.Not.Null, "an event is acknowledged");
        Assert.That(await client.SaidAsync(), Does.StartWith("events_api {").And.Contain("app_mention"));
        var answered = await first.DeliverAsync("slash_commands", new JsonObject { ["command"] = "/incident", ["text"] = "declare" });
        Assert.That((string?)answered!["payload"]!["text"], Is.EqualTo("INC-1 is declared."));

        await first.GoodbyeAsync("refresh_requested");
        var second = await slack.NextAsync();
        await client.SaidAsync("connected");
        Assert.That(await second.DeliverAsync("interactive", new JsonObject { ["type"] = "view_closed" }), Is.Not.Null);
        await first.Ended.WaitAsync(FakeSlackSocket.Patience);
    }
}
