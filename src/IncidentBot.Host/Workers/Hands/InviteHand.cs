using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Hands;

/// <summary>Lets people into an incident's room on a chat, as long as they may see it; whoever cannot be invited is told by name.</summary>
internal sealed class InviteHand(IEnumerable<IChat> chats) : RoomHand<InviteToRoom, IInvites>(chats)
{
    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(IInvites chat, InviteToRoom effect, Promise promise, CancellationToken cancellation)
    {
        // They may have been removed since it was promised.
        if (promise.Incident.IsPrivate && !promise.Incident.Members.Any(effect.Who.Is)) return [];
        var because = await chat.InviteAsync(promise.Incident, effect.Who, cancellation);
        return because is null ? [] : [new RoomInviteFailed(chat.Name, effect.Who, because)];
    }
}
