using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Adapters.Tests.Slack.Api;

/// <summary>What goes over the wire, and how.</summary>
internal sealed class SpeakingOverTheWire : SlackOnLoopback
{
    [Test]
    public async Task Messages_go_as_json_with_the_bots_token()
    {
        Far.Next("chat.postMessage", """{"ok":true,"channel":"C1","ts":"1700.000100","message":{"unheard":"of"}}""");
        var place = await Slack.PostAsync(new SlackPost("C1", Hello, Key: "promise/1", ThreadTs: "1699.000001"));
        var call = Far.CallsOf("chat.postMessage").Single();
        Assert.Multiple(() =>
        {
            Assert.That(place, Is.EqualTo(new SlackPlace("C1", "1700.000100")));
            Assert.That(call.Verb, Is.EqualTo("POST"));
            Assert.That(call.ContentType, Is.EqualTo("application/json; charset=utf-8"));
            Assert.That(call.Length, Is.GreaterThan(0), "not chunked");
            Assert.That(call.Authorization, Is.EqualTo("Bearer xoxb-bot"));
            Assert.That(call.Json.ToString(), Is.EqualTo(
                """{"channel":"C1","text":"Hello.","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*Hello.*"}}],"thread_ts":"1699.000001","metadata":{"event_type":"incidentbot","event_payload":{"key":"promise/1"}},"unfurl_links":false,"unfurl_media":false}"""));
        });
    }
}
