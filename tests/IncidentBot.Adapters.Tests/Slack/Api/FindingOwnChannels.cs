using IncidentBot.Chat.Slack.Api;

namespace IncidentBot.Adapters.Tests.Slack.Api;

/// <summary>A channel that the bot made is found by its name, however many there are.</summary>
internal sealed class FindingOwnChannels : SlackOnLoopback
{
    [SetUp]
    public void Known() => Far.Always("auth.test", """{"ok":true,"team_id":"T1","team":"Acme","user_id":"UBOT","bot_id":"B1","app_id":"A1"}""");

    [Test]
    public async Task It_is_looked_for_on_every_page_among_what_the_bot_is_in()
    {
        Far.Next("users.conversations", """{"ok":true,"channels":[{"id":"C1","name":"general","creator":"U9"}],"response_metadata":{"next_cursor":"more"}}""");
        Far.Next("users.conversations", """{"ok":true,"channels":[{"id":"C2","name":"inc-1","creator":"U9"},{"id":"G3","name":"inc-1","is_private":true,"creator":"UBOT","created":1795430520,"topic":{"value":"R&amp;D &lt;3"}}],"response_metadata":{"next_cursor":""}}""");
        var found = await Slack.OwnChannelAsync("inc-1");

        Assert.That(found, Is.EqualTo(new SlackChannel("G3", "inc-1", IsPrivate: true, IsArchived: false, IsMember: true, IsShared: false)
        {
            Creator = "UBOT", Created = DateTimeOffset.FromUnixTimeSeconds(1_795_430_520), Topic = "R&D <3",
        }));
        Assert.That(Far.CallsOf("users.conversations").Select(call => call["cursor"]), Is.EqualTo(new[] { null, "more" }));
        Assert.That(Far.CallsOf("users.conversations")[0]["types"], Is.EqualTo("public_channel,private_channel"));
    }

    [Test]
    public async Task Where_there_is_none_there_is_none()
    {
        Far.Next("users.conversations", """{"ok":true,"channels":[{"id":"C2","name":"inc-1","creator":"U9"}]}""");
        Assert.That(await Slack.OwnChannelAsync("inc-1"), Is.Null);
    }
}
