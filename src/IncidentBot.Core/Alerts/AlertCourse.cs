namespace IncidentBot;

/// <summary>What shall be done about a signal. Fingerprint and state are the key; the choice is made from what is known alone.</summary>
/// <remarks>
/// An alert that fires goes to the incident that is worked on and has or had it; a merged incident's goes where that one went on.
/// Incidents that are resolved or ended get no new firing, which could be trouble that nobody has seen: it takes a rule or a person.
/// An alert that clears is noted wherever it fires: also on incidents in review, and on ended ones as long as they are at hand.
/// </remarks>
public abstract record AlertCourse
{
    private AlertCourse() { }

    /// <summary>The incident gets it.</summary>
    public sealed record Attach(IncidentId Incident) : AlertCourse;

    /// <summary>A rule declares an incident.</summary>
    public sealed record Declare(AlertRule Rule) : AlertCourse;

    /// <summary>People are asked.</summary>
    /// <param name="IsAnew">True when the house knows it as firing, but from an earlier time.</param>
    public sealed record Propose(bool IsAnew) : AlertCourse;

    /// <summary>It is noted, wherever it fires, that it no longer does.</summary>
    public sealed record Clear(IReadOnlyList<IncidentId> Where) : AlertCourse;

    /// <summary>It is known already.</summary>
    public sealed record Repeat(IncidentId? Incident) : AlertCourse;

    /// <summary>Nothing.</summary>
    public sealed record Ignore : AlertCourse;

    /// <summary>The course for a signal.</summary>
    /// <param name="signal">What was said.</param>
    /// <param name="house">The house, with what is proposed in it.</param>
    /// <param name="atHand">The incidents at hand: every open one, and ended ones of late.</param>
    /// <param name="policy">The house rules.</param>
    public static AlertCourse Of(AlertSignal signal, Incident house, IReadOnlyCollection<Incident> atHand, Policy policy)
    {
        var holders = atHand.Where(incident => incident.Alerts.ContainsKey(signal.Alert.Fingerprint)).OrderByDescending(incident => incident.Id).ToList();
        var proposed = house.Proposals.GetValueOrDefault(signal.Alert.Fingerprint);
        return signal.IsFiring ? Firing(signal, holders, proposed, atHand, policy) : Clearing(signal.Alert.Fingerprint, holders, proposed);
    }

    private static AlertCourse Firing(AlertSignal signal, List<Incident> holders, ProposedAlert? proposed, IReadOnlyCollection<Incident> atHand, Policy policy)
    {
        var fingerprint = signal.Alert.Fingerprint;
        if (holders.Select(holder => GoesOnIn(holder, atHand)).FirstOrDefault(incident => incident.Stage.IsActive()) is { } active)
            return active.Alerts.GetValueOrDefault(fingerprint) is { IsFiring: true } ? new Repeat(active.Id) : new Attach(active.Id);
        if (holders.Find(holder => holder.Alerts[fingerprint].IsFiring && signal.Alert.StartedAt <= EndOf(holder)) is { } ended) return new Repeat(ended.Id);
        var isKnown = proposed is { IsFiring: true };
        if (isKnown && !(signal.SaysSince && signal.Alert.StartedAt > proposed!.StartedAt)) return new Repeat(null);
        if (policy.Alerts.Rules.FirstOrDefault(rule => rule.Matches(signal.Alert)) is { } matching) return new Declare(matching);
        return policy.Alerts.ProposeOthers ? new Propose(isKnown) : new Ignore();
    }

    private static AlertCourse Clearing(string fingerprint, List<Incident> holders, ProposedAlert? proposed)
    {
        List<IncidentId> where = [.. holders.Where(holder => holder.Alerts[fingerprint].IsFiring).Select(holder => holder.Id)];
        if (proposed is { IsFiring: true }) where.Add(IncidentId.House);
        if (where.Count > 0) return new Clear(where);
        return holders.Count > 0 ? new Repeat(holders[0].Id) : proposed is not null ? new Repeat(null) : new Ignore();
    }

    private static Incident GoesOnIn(Incident incident, IReadOnlyCollection<Incident> atHand)
    {
        // A circle of merges ends at the latest when every incident was looked at.
        for (var steps = 0; steps < atHand.Count && incident.MergedInto is { } into; steps++)
        {
            if (atHand.FirstOrDefault(other => other.Id == into) is not { } next) break;
            incident = next;
        }
        return incident;
    }

    private static DateTimeOffset EndOf(Incident incident) => incident.ResolvedAt ?? incident.EndedAt ?? incident.LastNewsAt;
}
