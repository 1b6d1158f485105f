namespace IncidentBot;

/// <summary>A command that speaks of an alert proposed in the general room, whose entry the desk looks up in the house and hands in (<see cref="Circumstances.Entry"/>).</summary>
public interface IAboutProposal
{
    /// <summary>The entry's number in the house; null when the command speaks of none after all.</summary>
    int? Proposal { get; }
}

/// <summary>Rules about alerts that several commands share; each refusal is null when all is well.</summary>
internal static class AlertRules
{
    /// <summary>What happens to an incident that takes up a proposed alert: it is attached, and what is known of its end with it.</summary>
    public static IReadOnlyList<IncidentEvent> Taking(Alert alert, int proposal, Incident house) =>
        StandingOf(alert, proposal, house)?.Cleared is { } cleared ? [new AlertAttached(alert, proposal), cleared] : [new AlertAttached(alert, proposal)];

    /// <summary>What the house remembers of a proposal; null when it is forgotten or a later one has its place.</summary>
    public static ProposedAlert? StandingOf(Alert alert, int proposal, Incident house) =>
        house.Proposals.TryGetValue(alert.Fingerprint, out var known) && known.Entry == proposal ? known : null;

    /// <summary>The incident does not have the alert already.</summary>
    public static Decision? Taken(Incident incident, string fingerprint) =>
        incident.Alerts.TryGetValue(fingerprint, out var known) && known.IsFiring
            ? Decision.Refuse($"{incident.Id} has this alert already.", LineWriter.Line(incident.Id, "info"))
            : null;

    /// <summary>No open incident that the person may see has the alert.</summary>
    public static Decision? TakenElsewhere(Circumstances at, string fingerprint) => at.House.Open
        .Where(incident => Visibility.MaySee(at.By, incident))
        .Select(incident => Taken(incident, fingerprint))
        .FirstOrDefault(refusal => refusal is not null);

    /// <summary>The entry is no alert.</summary>
    public static Decision Unknown(int proposal) => Decision.Refuse($"There is no alert under {proposal} in the general room. Its card there has the right buttons.");
}
