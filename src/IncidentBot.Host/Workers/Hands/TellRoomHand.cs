using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Hands;

/// <summary>Tells an incident's room on a chat, or a chat's general room, of an entry.</summary>
internal sealed class TellRoomHand(IEnumerable<IChat> chats, ITimelineStore store) : RoomHand<TellRoom, ITellsRooms>(chats)
{
    /// <inheritdoc/>
    protected override bool IsThere(Incident incident, string chat) => incident.Id.IsHouse || base.IsThere(incident, chat);

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(ITellsRooms chat, TellRoom effect, Promise promise, CancellationToken cancellation)
    {
        var entry = await Entries.AtAsync(store, promise.Id, cancellation);
        // Whose words were taken away meanwhile is told as what is left: the redaction itself.
        if (entry.IsRedacted) return [];
        var told = await chat.TellAsync(new Telling(promise.Incident, entry, promise.Attempt), cancellation);
        return told is null ? [] : [new EntryTold(chat.Name, entry.Number, told)];
    }
}
