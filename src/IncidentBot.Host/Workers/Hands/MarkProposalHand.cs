using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Hands;

/// <summary>Notes in the house, once, that an incident has the alert that was proposed there.</summary>
internal sealed class MarkProposalHand(IncidentDesk desk) : IHand
{
    /// <inheritdoc/>
    public bool Keeps(Effect effect) => effect is MarkProposal;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(Promise promise, CancellationToken cancellation)
    {
        var mark = (MarkProposal)promise.Effect;
        var taken = new AlertTakenUp(mark.Proposal, mark.Fingerprint, promise.Id.Incident);
        await desk.RecordAsync(IncidentId.House, [taken], Person.Bot, "worker", Recording.Fixed(promise.Key), cancellation: cancellation);
        return [];
    }
}
