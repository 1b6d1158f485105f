using IncidentBot.Chat.Slack.Naming;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Records what becomes of incidents' channels: once, and only what the timeline does not say already.</summary>
internal sealed class Fates(IncidentDesk desk, Shelf shelf, ISlackPeople people, OwnVoice voice)
{
    private const int MostTries = 20;

    /// <summary>Records a fate; true when it was news.</summary>
    /// <param name="room">The channel.</param>
    /// <param name="fate">What became of it.</param>
    /// <param name="user">Who did it; null when Slack does not say.</param>
    /// <param name="occasion">What tells this time from others: the event's own time.</param>
    /// <param name="name">The channel's name; null when it is not known.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask<bool> RecordAsync(SlackRoom room, RoomFate fate, string? user, string occasion, string? name, CancellationToken cancellation)
    {
        var happened = new RoomChanged(SlackNames.Chat, room.Address, fate, name is null ? null : "#" + name.TrimStart('#'));
        if (!IsNews(await shelf.GetAsync(room.Incident, cancellation), happened)) return false;
        var by = user is null ? SlackRoom.Somebody(room.Team) : await voice.IsBotAsync(user, cancellation) ? Person.Bot : await people.PersonAsync(user, cancellation);
        var key = Recording.Fixed($"room:{room.Address}:{fate}:{occasion}");
        for (var attempt = 1; ; attempt++)
        {
            var incident = await shelf.GetAsync(room.Incident, cancellation);
            if (!IsNews(incident, happened)) return false;
            // Looked at and recorded at one moment, so that two tellings of one change are one entry; in a very lively room the key must do.
            int? expected = attempt < MostTries ? incident.Number : null;
            if (await desk.RecordAsync(room.Incident, [happened], by, SlackNames.Via, key, expected, cancellation) is not AppendOutcome.Conflicted) return true;
        }
    }

    /// <summary>Records that Slack gave the channel another id, so that it is heard under that.</summary>
    public async ValueTask MoveAsync(SlackRoom room, string channel, CancellationToken cancellation)
    {
        var incident = await shelf.GetAsync(room.Incident, cancellation);
        if (!IsRoomOf(incident, room)) return;
        var moved = room with { Channel = channel };
        var cards = incident.Cards.Where(card => card.Key.StartsWith(SlackNames.Chat + "/", StringComparison.Ordinal) && SlackNames.PlaceOf(card.Value)?.Channel == room.Channel)
            .Select(card => new CardPlaced(SlackNames.Chat, card.Key[(SlackNames.Chat.Length + 1)..], moved.Message(SlackNames.PlaceOf(card.Value)!.Ts)));
        IReadOnlyList<IncidentEvent> facts = [new RoomOpened(SlackNames.Chat, moved.Address, incident.RoomNames.GetValueOrDefault(SlackNames.Chat)), .. cards];
        await desk.RecordAsync(room.Incident, facts, Person.Bot, SlackNames.Via, Recording.Fixed($"room:{room.Address}:moved:{channel}"), cancellation: cancellation);
    }

    private static bool IsRoomOf(Incident incident, SlackRoom room) => incident.Rooms.GetValueOrDefault(SlackNames.Chat) == room.Address;

    private static bool IsNews(Incident incident, RoomChanged happened)
    {
        if (incident.Rooms.GetValueOrDefault(happened.Chat) != happened.Room) return false;
        var known = incident.RoomFates.TryGetValue(happened.Chat, out var fate) ? fate : (RoomFate?)null;
        return happened.Fate switch
        {
            RoomFate.Renamed => happened.Name is { } name && incident.RoomNames.TryGetValue(happened.Chat, out var called) && called.TrimStart('#') != name.TrimStart('#'),
            RoomFate.Unarchived => known == RoomFate.Archived,
            RoomFate.BotReturned => known == RoomFate.BotRemoved,
            // Archiving takes the bot out as well; that is no second piece of news.
            RoomFate.BotRemoved => known is null,
            _ => known != happened.Fate,
        };
    }
}
