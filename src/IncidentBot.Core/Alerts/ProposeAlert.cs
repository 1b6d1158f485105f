using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>Proposes an incident in the general room, for an alert that none has and no rule knows.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="IsAnew">True when it fires anew although nobody said that it had ceased.</param>
public sealed record ProposeAlert(Alert Alert, bool IsAnew = false) : Command
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        !IsAnew && incident.Proposals.TryGetValue(Alert.Fingerprint, out var known) && known.IsFiring
            ? Decision.Refuse($"{Alert.Name} is proposed already.")
            : Decision.Accept(new AlertProposed(Alert));
}

/// <summary>An alert fires that no incident has: people shall decide.</summary>
public sealed record AlertProposed(Alert Alert) : IncidentEvent
{
    /// <summary>The most proposals that the house remembers; the oldest make room.</summary>
    public const int MostRemembered = 500;

    /// <inheritdoc/>
    public override string Sentence => $"reported the alert {Alert.InWords} (firing since {Words.Moment(Alert.StartedAt)})";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Alert = Alert.WithoutWords() };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry)
    {
        var proposals = incident.Proposals.SetItem(Alert.Fingerprint, new ProposedAlert(Alert.Name, Alert.StartedAt, entry.Number));
        if (proposals.Count > MostRemembered) proposals = proposals.Remove(proposals.MinBy(proposal => proposal.Value.Entry).Key);
        return incident with { Proposals = proposals };
    }
}

/// <summary>An alert that was proposed, as the house remembers it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="StartedAt">When it began to fire.</param>
/// <param name="Entry">The entry that proposed it.</param>
public sealed record ProposedAlert(string Name, DateTimeOffset StartedAt, int Entry)
{
    /// <summary>What said that it no longer fires; null while it does.</summary>
    public AlertCleared? Cleared { get; init; }

    /// <summary>The incidents that have it now. Who may not see one of them must not learn of it here.</summary>
    public ImmutableList<IncidentId> TakenUpBy { get; init; } = [];

    /// <summary>True while it fires, as far as is known.</summary>
    public bool IsFiring => Cleared is null;
}

/// <summary>An incident has the alert that was proposed.</summary>
/// <param name="Proposal">The entry that proposed it.</param>
/// <param name="Fingerprint">Which alert.</param>
/// <param name="Incident">The incident; it may be private.</param>
public sealed record AlertTakenUp(int Proposal, string Fingerprint, IncidentId Incident) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"noted that {Incident} has the alert of entry {Proposal}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) =>
        incident.Proposals.TryGetValue(Fingerprint, out var proposed) && proposed.Entry == Proposal
            ? incident with { Proposals = incident.Proposals.SetItem(Fingerprint, proposed with { TakenUpBy = proposed.TakenUpBy.Remove(Incident).Add(Incident) }) }
            : incident;
}
