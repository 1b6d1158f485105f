using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Hands;

/// <summary>Keeps a kind of promise about rooms, on chats that have the power for it. Where an incident has no room to do it in, there is nothing to do.</summary>
/// <typeparam name="TEffect">The kind of promise.</typeparam>
/// <typeparam name="TPower">The power that it takes.</typeparam>
internal abstract class RoomHand<TEffect, TPower>(IEnumerable<IChat> chats) : IHand
    where TEffect : Effect
    where TPower : class, IChat
{
    /// <inheritdoc/>
    public bool Keeps(Effect effect) => effect is TEffect;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(Promise promise, CancellationToken cancellation)
    {
        var named = chats.Named(promise.Effect.Destination);
        if (named is not TPower chat || !IsThere(promise.Incident, named.Name)) return [];
        try
        {
            return await KeepAsync(chat, (TEffect)promise.Effect, promise, cancellation);
        }
        catch (RoomLostException lost) when (promise.Incident.Rooms.TryGetValue(named.Name, out var room))
        {
            return [new RoomChanged(named.Name, room, lost.Fate)];
        }
    }

    /// <summary>Keeps it on the chat.</summary>
    protected abstract ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(TPower chat, TEffect effect, Promise promise, CancellationToken cancellation);

    /// <summary>True when there is a place on the chat to do it in.</summary>
    protected virtual bool IsThere(Incident incident, string chat) => incident.HasRoomOn(chat);
}
