namespace IncidentBot;

/// <summary>
/// An incident in figures, each by one definition that reviews and insights share. Spans between moments of which one has
/// not come yet are null; what still lasts is not counted. Definitions follow the field's (time to detect, acknowledge, contain, resolve).
/// </summary>
/// <remarks>All of it follows from the incident's turns, so that an incident that was reopened is counted with all its rounds.</remarks>
public sealed record IncidentFigures
{
    /// <summary>From the impact's start to the first alert, or to the declaration when no alert came before it.</summary>
    public TimeSpan? ToDetect { get; init; }

    /// <summary>From the first alert, or else the declaration, to the first person who took it up.</summary>
    public TimeSpan? ToAcknowledge { get; init; }

    /// <summary>From the declaration to the first incident commander.</summary>
    public TimeSpan? ToCommand { get; init; }

    /// <summary>From the declaration to the first time that containment was left forwards, or else to being resolved.</summary>
    public TimeSpan? ToContain { get; init; }

    /// <summary>From the impact's start to the first time that it was resolved.</summary>
    public TimeSpan? ToResolve { get; init; }

    /// <summary>The sum of all rounds until resolved: the first from the impact's start, later ones from their reopening. Null while the last round lasts.</summary>
    public TimeSpan? ToResolveInAll { get; init; }

    /// <summary>How long it was in each stage, summed over all visits that are over.</summary>
    public IReadOnlyDictionary<Stage, TimeSpan> InStage { get; init; } = new Dictionary<Stage, TimeSpan>();

    /// <summary>How long it had each severity while it was worked on, summed over all stretches that are over.</summary>
    public IReadOnlyDictionary<Severity, TimeSpan> InSeverity { get; init; } = new Dictionary<Severity, TimeSpan>();

    /// <summary>How often it was reopened.</summary>
    public int Reopened { get; init; }
}
