using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Seals;

/// <summary>Puts a seal on everything that is recorded of a timeline so far.</summary>
internal sealed class Sealer(ITimelineStore store, ISealBook book, TimeProvider clock)
{
    public async ValueTask<TimelineSealed> SealAsync(IncidentId id, CancellationToken cancellation)
    {
        var head = await store.HeadAsync(id.Number, cancellation);
        var seal = await book.SealAsync(id.Number, head.Number, head.Hash, Microseconds.Cut(clock.GetUtcNow()), cancellation);
        return new TimelineSealed(seal.Index, seal.Number, seal.Head, seal.Mac);
    }
}
