using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Hands;

/// <summary>Reads what promises speak of.</summary>
internal static class Entries
{
    /// <summary>The entry that made a promise.</summary>
    public static async ValueTask<Recorded> AtAsync(ITimelineStore store, PromiseId promise, CancellationToken cancellation) =>
        StoredEvents.Read((await store.ReadStreamAsync(promise.Incident.Number, promise.Entry - 1, 1, cancellation))[0]);
}
