namespace IncidentBot;

/// <summary>What a reminder is about.</summary>
public enum ReminderKind
{
    /// <summary>Nobody is incident commander.</summary>
    NoCommander,

    /// <summary>Triage takes long.</summary>
    TriageUnfinished,

    /// <summary>The team waits for a working update.</summary>
    UpdateOverdue,

    /// <summary>A follow-up is past its due date.</summary>
    FollowUpOverdue,

    /// <summary>The review is past its due date.</summary>
    ReviewOverdue,
}

/// <summary>How a reminder has gone since it last made sense.</summary>
/// <param name="Fallen">How often it fell.</param>
/// <param name="LastDueAt">When the last one was due; null when none fell.</param>
/// <param name="SleepsUntil">Until when people put it to sleep; <see cref="DateTimeOffset.MaxValue"/> for good; null when it is awake.</param>
public sealed record ReminderState(int Fallen, DateTimeOffset? LastDueAt = null, DateTimeOffset? SleepsUntil = null);

/// <summary>Something that falls due: computed from incident and policy, never scheduled.</summary>
/// <param name="Name">Names its instance, so that it falls once.</param>
/// <param name="DueAt">When.</param>
/// <param name="Falls">What is recorded then.</param>
public sealed record Deadline(string Name, DateTimeOffset DueAt, IncidentEvent Falls);
