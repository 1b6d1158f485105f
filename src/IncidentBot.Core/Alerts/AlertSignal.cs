namespace IncidentBot;

/// <summary>What a monitoring system says of an alert: that it fires, or that it no longer does.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="IsFiring">Whether it fires.</param>
public sealed record AlertSignal(Alert Alert, bool IsFiring)
{
    /// <summary>When it ceased to fire; null while it fires, or when the source does not say.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>True when the source itself said when it began, so that a later beginning is another firing.</summary>
    public bool SaysSince { get; init; }
}

/// <summary>What became of a signal.</summary>
public enum AlertOutcome
{
    /// <summary>An incident that has or had the alert got it.</summary>
    Attached,

    /// <summary>A rule declared an incident.</summary>
    Declared,

    /// <summary>People are asked in the general room.</summary>
    Proposed,

    /// <summary>It was noted that it no longer fires.</summary>
    Cleared,

    /// <summary>It was known already.</summary>
    Repeated,

    /// <summary>Nothing follows from it.</summary>
    Ignored,

    /// <summary>It could not be recorded; the source shall say it again.</summary>
    Unrecorded,
}

/// <summary>What became of a signal, for its source.</summary>
/// <param name="Fingerprint">Which alert.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Incident">The incident that has it; null when there is none that everybody may know of.</param>
public sealed record AlertAnswer(string Fingerprint, AlertOutcome Outcome, IncidentId? Incident = null);
