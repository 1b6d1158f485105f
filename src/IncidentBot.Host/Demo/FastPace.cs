using IncidentBot.Host.Workers;
using IncidentBot.Host.Workers.Promises;
using IncidentBot.Ports;

namespace IncidentBot.Host.Demo;

/// <summary>Without waiting: the clock is moved instead, once everything that the last beat promised is kept, so that every play records the same in the same order.</summary>
internal sealed class FastPace(DemoClock clock, ITimelineStore store, FeedProgress progress, PromiseBoard promises) : IPace
{
    /// <inheritdoc/>
    public async ValueTask PassAsync(TimeSpan span, CancellationToken cancellation)
    {
        await SettleAsync(cancellation);
        clock.Advance(span);
    }

    /// <inheritdoc/>
    public ValueTask EndAsync(CancellationToken cancellation) => SettleAsync(cancellation);

    // What a promise led to is an entry of its own, after the one that made it.
    private async ValueTask SettleAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var until = store.Health.DurablePosition;
            var caughtUp = await progress.CaughtUpAsync(until, cancellation);
            if (promises.Count > 0) await store.WaitAsync(until, cancellation);
            else if (caughtUp && store.Health.DurablePosition == until) return;
        }
    }
}
