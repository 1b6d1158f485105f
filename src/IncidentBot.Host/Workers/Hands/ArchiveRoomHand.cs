using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Hands;

/// <summary>Puts an ended incident's room on a chat away.</summary>
internal sealed class ArchiveRoomHand(IEnumerable<IChat> chats) : RoomHand<ArchiveRoom, IArchives>(chats)
{
    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(IArchives chat, ArchiveRoom effect, Promise promise, CancellationToken cancellation)
    {
        // It may have been reopened since it was promised.
        if (promise.Incident.EndedAt is null) return [];
        await chat.ArchiveAsync(promise.Incident, cancellation);
        return [new RoomChanged(chat.Name, promise.Incident.Rooms[chat.Name], RoomFate.Archived)];
    }
}
