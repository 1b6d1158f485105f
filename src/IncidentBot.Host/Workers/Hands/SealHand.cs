using IncidentBot.Host.Workers.Seals;
using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Hands;

/// <summary>Seals a timeline as it was promised when the incident ended.</summary>
internal sealed class SealHand(Sealer sealer) : IHand
{
    /// <inheritdoc/>
    public bool Keeps(Effect effect) => effect is SealTimeline;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(Promise promise, CancellationToken cancellation) =>
        [await sealer.SealAsync(promise.Id.Incident, cancellation)];
}
