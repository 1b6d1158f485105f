using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Hands;

/// <summary>Takes people out of an incident's room on a chat who may see it no longer.</summary>
internal sealed class RemoveHand(IEnumerable<IChat> chats) : RoomHand<RemoveFromRoom, IInvites>(chats)
{
    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(IInvites chat, RemoveFromRoom effect, Promise promise, CancellationToken cancellation)
    {
        // They may have been let in again since it was promised.
        if (promise.Incident.Members.Any(effect.Who.Is)) return [];
        await chat.RemoveAsync(promise.Incident, effect.Who, cancellation);
        return [];
    }
}
