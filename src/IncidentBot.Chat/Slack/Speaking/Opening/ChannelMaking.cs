using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Speaking.Opening;

/// <summary>Makes channels, each under a name that nobody has. One that somebody else made is never taken for an incident's by its name.</summary>
internal sealed class ChannelMaking(ISlack slack, SlackOptions options, RoomBook book, SlackDeeds deeds)
{
    // Slack's clock and ours need not agree.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    /// <summary>A new channel; or the one that an earlier try made whose answer was lost.</summary>
    public ValueTask<SlackChannel> MakeAsync(Incident incident, string team, Attempt attempt, Predicate<string> isTaken, CancellationToken cancellation) => deeds.DoAsync(async () =>
    {
        foreach (var name in ChannelNames.Of(incident, options.ChannelName))
        {
            if (await TryMakeAsync(name, incident.IsPrivate, cancellation) is { } made) return made;
            if (attempt.MayBeDone && await FindLostAsync(name, incident, team, attempt, isTaken, cancellation) is { } lost) return lost;
        }
        throw new PromiseRefusedException($"every name like #{ChannelNames.Of(incident, options.ChannelName).First()} is taken in Slack. Change Slack:ChannelName, restart, then try again.");
    });

    private async ValueTask<SlackChannel?> TryMakeAsync(string name, bool isPrivate, CancellationToken cancellation)
    {
        try
        {
            return await slack.CreateChannelAsync(name, isPrivate, cancellation);
        }
        catch (SlackFaultException fault) when (fault.Code == "name_taken")
        {
            return null;
        }
    }

    // It is ours when the bot made it since it was promised, under a name that no other incident's channel can have, and it is nobody's yet.
    private async ValueTask<SlackChannel?> FindLostAsync(string name, Incident incident, string team, Attempt attempt, Predicate<string> isTaken, CancellationToken cancellation)
    {
        if (!ChannelNames.NameOne(options.ChannelName)) return null;
        return await FindOwnAsync(name, cancellation) is { IsArchived: false } own
            && own.IsPrivate == incident.IsPrivate && own.Created >= attempt.PromisedAt - Margin && !isTaken(own.Id)
            && (await book.FindAsync(SlackNames.Room(team, own.Id), cancellation) is not { } owner || owner == incident.Id)
            ? own
            : null;
    }

    // Where the bot may not look, another name does no harm.
    private async ValueTask<SlackChannel?> FindOwnAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await slack.OwnChannelAsync(name, cancellation);
        }
        catch (SlackFaultException)
        {
            return null;
        }
    }
}
