using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Hands;

/// <summary>Tells somebody who subscribed of an entry by direct message, as long as they still want to hear of it and may see it.</summary>
internal sealed class TellPersonHand(IEnumerable<IChat> chats, ITimelineStore store, IncidentDesk desk) : RoomHand<TellPerson, ITellsPeople>(chats)
{
    /// <inheritdoc/>
    protected override bool IsThere(Incident incident, string chat) => true;

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(ITellsPeople chat, TellPerson effect, Promise promise, CancellationToken cancellation)
    {
        var person = await desk.RecogniseAsync(effect.Who, cancellation);
        if (promise.Incident.SubscriptionOf(person) is null || !Visibility.MaySee(person, promise.Incident)) return [];
        var entry = await Entries.AtAsync(store, promise.Id, cancellation);
        if (!entry.IsRedacted) await chat.TellAsync(person, new Telling(promise.Incident, entry, promise.Attempt), cancellation);
        return [];
    }
}
