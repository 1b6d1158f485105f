using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Hands;

/// <summary>Opens an incident's room on the chat that was named.</summary>
internal sealed class OpenRoomHand(IEnumerable<IChat> chats) : IHand
{
    /// <inheritdoc/>
    public bool Keeps(Effect effect) => effect is OpenRoom;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(Promise promise, CancellationToken cancellation)
    {
        var chat = chats.Named(((OpenRoom)promise.Effect).Chat);
        var opened = await chat.OpenRoomAsync(promise.Incident, promise.Attempt, cancellation);
        return [new RoomOpened(chat.Name, opened.Room, opened.Name), .. opened.NotInvited];
    }
}
