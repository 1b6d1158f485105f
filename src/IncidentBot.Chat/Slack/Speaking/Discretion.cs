using System.Collections.Concurrent;
using IncidentBot.Chat.Slack.Api;

namespace IncidentBot.Chat.Slack.Speaking;

/// <summary>Sees to it that of a private incident nothing is said or shown in a channel that everybody may join: not between its turning private and its new channel, and not when somebody has opened that one to all.</summary>
internal sealed class Discretion(ISlack slack, SlackDeeds deeds, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> privates = new();

    /// <summary>True when the incident may be spoken of in its channel.</summary>
    public async ValueTask<bool> MaySpeakAsync(Incident incident, CancellationToken cancellation)
    {
        if (!incident.IsPrivate) return true;
        var channel = SlackNames.ChannelOf(incident.Rooms[SlackNames.Chat])!;
        if (privates.TryGetValue(channel, out var seen) && clock.GetUtcNow() - seen < Remembered) return true;
        if (!(await deeds.InRoomAsync(() => slack.ChannelAsync(channel, cancellation))).IsPrivate) return false;
        privates[channel] = clock.GetUtcNow();
        return true;
    }
}
