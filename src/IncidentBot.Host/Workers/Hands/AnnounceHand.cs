using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Hands;

/// <summary>Announces an incident on the chat that was named.</summary>
internal sealed class AnnounceHand(IEnumerable<IChat> chats) : IHand
{
    /// <inheritdoc/>
    public bool Keeps(Effect effect) => effect is Announce;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(Promise promise, CancellationToken cancellation)
    {
        // It may have become private since it was promised.
        if (promise.Incident.IsPrivate) throw new PromiseRefusedException("it is private by now, so nobody was told.");
        return await chats.Named(((Announce)promise.Effect).Chat).AnnounceAsync(promise.Incident, promise.Attempt, cancellation);
    }
}
