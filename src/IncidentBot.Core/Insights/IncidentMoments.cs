namespace IncidentBot;

/// <summary>The moments between which figures are counted, each with the entry that says so; null while one has not come.</summary>
/// <param name="Began">When the trouble began: as the impact says, or else the declaration.</param>
/// <param name="Detected">When it was noticed: the first alert, or else the declaration.</param>
/// <param name="Declared">When it was declared.</param>
/// <param name="TakenUp">When somebody first took it up.</param>
/// <param name="Commanded">When it first had an incident commander.</param>
/// <param name="Contained">When containment was first left forwards, or it was resolved.</param>
/// <param name="Resolved">When it was first resolved.</param>
public sealed record IncidentMoments(
    Milestone Began, Milestone Detected, Milestone Declared, Milestone? TakenUp, Milestone? Commanded, Milestone? Contained, Milestone? Resolved)
{
    /// <summary>True when somebody stated that the trouble began at another time than it was declared.</summary>
    public bool BeginIsStated => Began.At != Declared.At;

    /// <summary>True when an alert fired before the incident was declared.</summary>
    public bool IsDetectedByAlert => Detected != Declared;

    /// <summary>The moments of an incident.</summary>
    public static IncidentMoments Of(Incident incident)
    {
        var declared = new Milestone(incident.DeclaredAt, incident.Stages is [var first, ..] ? first.Entry : 0);
        var began = incident.Impact?.StartedAt is { } stated ? new Milestone(stated, incident.ImpactEntry) : new Milestone(incident.StartedAt, declared.Entry);
        var detected = incident.FirstAlert is { } alert && alert.At < declared.At ? alert : declared;
        var commanded = incident.Tenures.Find(tenure => tenure.Role == RoleNames.Commander);
        return new IncidentMoments(
            began, detected, declared, incident.TakenUp,
            commanded is null ? null : new Milestone(commanded.From, commanded.FromEntry),
            First(incident, (from, to) => to == Stage.Review || (from == Stage.Containment && to is Stage.Remediation or Stage.Monitoring)),
            First(incident, (_, to) => to == Stage.Review));
    }

    private static Milestone? First(Incident incident, Func<Stage, Stage, bool> isIt) => incident.Stages
        .Zip(incident.Stages.Skip(1))
        .Where(step => isIt(step.First.Value, step.Second.Value))
        .Select(step => new Milestone(step.Second.At, step.Second.Entry))
        .FirstOrDefault();
}
