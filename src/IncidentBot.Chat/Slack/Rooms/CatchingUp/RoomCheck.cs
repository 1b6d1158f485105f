using IncidentBot.Chat.Slack.Api;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Compares a channel with what the timeline knows of it, and records what became of it while nobody listened.</summary>
internal sealed class RoomCheck(ISlack slack, Shelf shelf, Fates fates, TimeProvider clock)
{
    /// <summary>Looks at a channel; null when it cannot be read.</summary>
    public async ValueTask<RoomSeen?> LookAsync(Errand errand, CancellationToken cancellation)
    {
        var room = errand.Room;
        var known = await shelf.GetAsync(room.Incident, cancellation);
        if (known.Rooms.GetValueOrDefault(SlackNames.Chat) != room.Address) return null;
        if (errand.Reading != Reading.Gap) return known.RoomFates.ContainsKey(SlackNames.Chat) ? null : new RoomSeen(Name: null);
        if (await FindAsync(room, cancellation) is not { } channel) return null;
        if (channel.IsArchived)
        {
            await RecordAsync(room, RoomFate.Archived, cancellation);
            return null;
        }
        var rejoins = errand.Rejoins || known.RoomFates.GetValueOrDefault(SlackNames.Chat, RoomFate.Renamed) == RoomFate.Archived;
        await RecordAsync(room, RoomFate.Unarchived, cancellation);
        var isIn = channel.IsMember || (rejoins && !channel.IsPrivate && await JoinAsync(room, cancellation));
        await RecordAsync(room, isIn ? RoomFate.BotReturned : RoomFate.BotRemoved, cancellation);
        return isIn ? new RoomSeen(channel.Name) : null;
    }

    /// <summary>Records the channel's name when nothing that was read told of it.</summary>
    public ValueTask<bool> NoteNameAsync(SlackRoom room, RoomSeen seen, CancellationToken cancellation) =>
        fates.RecordAsync(room, RoomFate.Renamed, user: null, Occasion(), seen.Name, cancellation);

    /// <summary>True when Slack's word for why the channel cannot be read says what became of it.</summary>
    public static bool TellsFate(SlackFaultException fault) => fault.Code is "is_archived" or "not_in_channel" or "channel_not_found";

    /// <summary>Takes Slack's word that the channel cannot be read.</summary>
    public async ValueTask BelieveAsync(SlackRoom room, SlackFaultException fault, CancellationToken cancellation)
    {
        var fate = fault.Code switch
        {
            "is_archived" => RoomFate.Archived,
            "not_in_channel" => RoomFate.BotRemoved,
            // A private channel without the bot looks to it like one that is not there.
            _ => (await shelf.GetAsync(room.Incident, cancellation)).IsPrivate ? RoomFate.BotRemoved : RoomFate.Gone,
        };
        await fates.RecordAsync(room, fate, user: null, Occasion(), name: null, cancellation);
    }

    private async ValueTask<SlackChannel?> FindAsync(SlackRoom room, CancellationToken cancellation)
    {
        try
        {
            return await slack.ChannelAsync(room.Channel, cancellation);
        }
        catch (SlackFaultException fault) when (TellsFate(fault))
        {
            await BelieveAsync(room, fault, cancellation);
            return null;
        }
    }

    private async ValueTask<bool> JoinAsync(SlackRoom room, CancellationToken cancellation)
    {
        try
        {
            await slack.JoinAsync(room.Channel, cancellation);
            return true;
        }
        catch (SlackFaultException)
        {
            return false;
        }
    }

    private async ValueTask RecordAsync(SlackRoom room, RoomFate fate, CancellationToken cancellation) =>
        await fates.RecordAsync(room, fate, user: null, Occasion(), name: null, cancellation);

    private string Occasion() => $"found-{SlackTime.Write(clock.GetUtcNow())}";
}

/// <summary>A channel that can be read, as it was seen.</summary>
/// <param name="Name">Its name; null when that was not looked at.</param>
internal sealed record RoomSeen(string? Name);
