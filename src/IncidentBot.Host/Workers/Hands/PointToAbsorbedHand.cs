using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Hands;

/// <summary>Writes the pointer on the incident in which a merged one goes on, once.</summary>
internal sealed class PointToAbsorbedHand(IncidentDesk desk) : IHand
{
    /// <inheritdoc/>
    public bool Keeps(Effect effect) => effect is PointToAbsorbed;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(Promise promise, CancellationToken cancellation)
    {
        var pointer = (PointToAbsorbed)promise.Effect;
        var absorbed = new IncidentAbsorbed(promise.Id.Incident, "");
        await desk.RecordAsync(pointer.Into, [absorbed], Person.Bot, "worker", Recording.Fixed(promise.Key), cancellation: cancellation);
        return [];
    }
}
