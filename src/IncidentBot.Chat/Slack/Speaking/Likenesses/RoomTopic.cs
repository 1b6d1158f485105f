using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Ports;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Speaking.Likenesses;

/// <summary>The topic of an incident's channel: how it stands, in one line. Everybody sees when it is set, so it is set only when it changes.</summary>
internal sealed class RoomTopic(ISlack slack, LastDrawn last, SlackDeeds deeds, ILogger<RoomTopic> logger)
{
    /// <summary>Sets it when it is another one.</summary>
    public async ValueTask DrawAsync(Incident incident, string room, CancellationToken cancellation)
    {
        var channel = SlackNames.ChannelOf(room)!;
        var (mine, topic) = (last.Of(incident.Id), SlackDrawing.Topic(incident));
        if (mine.Topic is not { } set || set.Channel != channel)
            set = (channel, (await deeds.InRoomAsync(() => slack.ChannelAsync(channel, cancellation))).Topic);
        if (set.Topic != topic) await SetAsync(channel, topic, cancellation);
        mine.Topic = (channel, topic);
    }

    // A channel without a topic is still the channel.
    private async ValueTask SetAsync(string channel, string topic, CancellationToken cancellation)
    {
        try
        {
            await deeds.InRoomAsync(() => slack.SetTopicAsync(channel, topic, cancellation));
        }
        catch (PromiseRefusedException refused)
        {
            Log.NoTopic(logger, refused.Message);
        }
    }
}
