using System.Collections.Concurrent;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Speaking.Opening;

/// <summary>Opens incidents' channels: one for each, and another one when the first no longer fits.</summary>
internal sealed class RoomOpening(ISlack slack, ChannelMaking making, EarlierRoom earlier, Inviting inviting, SlackDeeds deeds)
{
    // What was made stays made when what follows fails.
    private readonly ConcurrentDictionary<string, SlackChannel> made = new();

    /// <summary>True for a channel that this process made: nothing can be there that it does not know.</summary>
    public bool IsNew(string channel) => made.Values.Any(known => known.Id == channel);

    /// <summary>The incident's channel, found or opened.</summary>
    public async ValueTask<OpenedRoom> OpenAsync(Incident incident, Attempt attempt, CancellationToken cancellation)
    {
        var team = (await deeds.DoAsync(() => slack.SelfAsync(cancellation))).Team;
        var before = SlackNames.ChannelOf(incident.Rooms.GetValueOrDefault(SlackNames.Chat));
        if (before is not null && await earlier.BackAsync(before, incident, cancellation) is { } fits) return Opened(team, fits);

        if (!made.TryGetValue(attempt.Key, out var channel))
            made[attempt.Key] = channel = await making.MakeAsync(incident, team, attempt, isTaken: room => made.Values.Any(known => known.Id == room), cancellation);
        // To a first channel people are invited one by one; to any other, all who take part come along.
        if (before is null && !attempt.MayBeDone) return Opened(team, channel);
        var notInvited = await inviting.InviteAllAsync(incident, channel.Id, cancellation);
        if (before is not null) await earlier.LeaveAsync(before, channel.Id, incident, attempt, cancellation);
        return Opened(team, channel) with { NotInvited = notInvited };
    }

    private static OpenedRoom Opened(string team, SlackChannel channel) => new(SlackNames.Room(team, channel.Id), "#" + channel.Name);
}
