namespace IncidentBot;

/// <summary>
/// An incident in figures, each by one definition that reviews and insights share. Spans between moments of which one has
/// not come yet are null; what still lasts is not counted. Definitions follow the field's (time to detect, acknowledge, contain, resolve).
/// </summary>
/// <remarks>All of it follows from the incident's turns, so that an incident that was reopened is counted with all its rounds.</remarks>
public sealed record IncidentFigures
{
    /// <summary>
    /// From the impact's start to the first alert, or to the declaration when no alert came before it.
    /// Null when nobody has stated that the trouble began at another time than it was declared: then it is not known.
    /// </summary>
    public TimeSpan? ToDetect { get; init; }

    /// <summary>From the first alert, or else the declaration, whichever came first, to the first person who took it up.</summary>
    public TimeSpan? ToAcknowledge { get; init; }

    /// <summary>From the declaration to the first incident commander.</summary>
    public TimeSpan? ToCommand { get; init; }

    /// <summary>From the declaration to the first time that containment was left forwards or that it was resolved, whichever came first.</summary>
    public TimeSpan? ToContain { get; init; }

    /// <summary>From the impact's start, or the declaration while nobody has stated another, to the first time that it was resolved.</summary>
    public TimeSpan? ToResolve { get; init; }

    /// <summary>
    /// The sum of all rounds: the first from the impact's start, later ones from their reopening.
    /// Null while the last round lasts, and when it ended otherwise than by being resolved.
    /// </summary>
    public TimeSpan? ToResolveInAll { get; init; }

    /// <summary>How long it was in each stage, summed over all visits that are over.</summary>
    public IReadOnlyDictionary<Stage, TimeSpan> InStage { get; init; } = new Dictionary<Stage, TimeSpan>();

    /// <summary>How long it had each severity while it was worked on, summed over all stretches that are over.</summary>
    public IReadOnlyDictionary<Severity, TimeSpan> InSeverity { get; init; } = new Dictionary<Severity, TimeSpan>();

    /// <summary>How often it was reopened.</summary>
    public int Reopened { get; init; }

    /// <summary>The figures of an incident.</summary>
    public static IncidentFigures Of(Incident incident)
    {
        var moments = IncidentMoments.Of(incident);
        var rounds = Round.Of(incident);
        return new IncidentFigures
        {
            ToDetect = moments.BeginIsStated ? Span(moments.Began, moments.Detected) : null,
            ToAcknowledge = Span(moments.Detected, moments.TakenUp),
            ToCommand = Span(moments.Declared, moments.Commanded),
            ToContain = Span(moments.Declared, moments.Contained),
            ToResolve = Span(moments.Began, moments.Resolved),
            ToResolveInAll = rounds is [.., { IsResolved: true }] ? Sum(rounds.Select((round, at) => Span(at == 0 ? moments.Began.At : round.From, round.To!.Value))) : null,
            InStage = Visits.Of(incident.Stages).Where(visit => visit.To is not null)
                .GroupBy(visit => visit.Value).ToDictionary(visits => visits.Key, visits => Sum(visits.Select(visit => Span(visit.From, visit.To!.Value)))),
            InSeverity = Visits.Of(incident.Severities).Select(visit => (Severity: visit.Value, Worked: Round.Worked(rounds, visit.From, visit.To)))
                .Where(stretch => stretch.Worked is not null)
                .GroupBy(stretch => stretch.Severity).ToDictionary(stretches => stretches.Key, stretches => Sum(stretches.Select(stretch => stretch.Worked!.Value))),
            Reopened = incident.Reopened,
        };
    }

    private static TimeSpan? Span(Milestone from, Milestone? to) => to is null ? null : Span(from.At, to.At);

    private static TimeSpan Span(DateTimeOffset from, DateTimeOffset to) => to > from ? to - from : TimeSpan.Zero;

    private static TimeSpan Sum(IEnumerable<TimeSpan> spans) => spans.Aggregate(TimeSpan.Zero, (sum, span) => sum + span);
}
