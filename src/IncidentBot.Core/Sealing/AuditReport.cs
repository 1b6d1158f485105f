namespace IncidentBot;

/// <summary>What a verification found.</summary>
/// <param name="Timelines">Every timeline that was read, the house first.</param>
/// <param name="Others">What is wrong with the seals themselves, or kept the rest from being read.</param>
/// <param name="Seals">How many seals there are.</param>
public sealed record AuditReport(IReadOnlyList<TimelineFinding> Timelines, IReadOnlyList<AuditFault> Others, int Seals)
{
    /// <summary>Everything that is wrong; empty when all is in order.</summary>
    public IReadOnlyList<AuditFault> Faults { get; } =
        [.. Timelines.Where(timeline => timeline.Fault is not null).Select(timeline => new AuditFault(timeline.Incident, timeline.Sentence)), .. Others];

    /// <summary>True when nothing is wrong.</summary>
    public bool IsSound => Faults.Count == 0;

    /// <summary>How many entries were read.</summary>
    public long Entries => Timelines.Sum(timeline => (long)timeline.Entries);

    /// <summary>How many of them no seal covers yet: the loss of those would not show.</summary>
    public long Unsealed => Timelines.Sum(timeline => (long)timeline.Entries - timeline.SealedUpTo);

    /// <summary>The report without what is about these incidents, for somebody who may not see them.</summary>
    public AuditReport Without(IReadOnlySet<IncidentId> hidden) => new(
        [.. Timelines.Where(timeline => !hidden.Contains(timeline.Incident))],
        [.. Others.Where(fault => fault.About is not { } about || !hidden.Contains(about))],
        Seals);
}

/// <summary>Something that is wrong.</summary>
/// <param name="About">The incident it would give away; null when it gives away none.</param>
/// <param name="Sentence">What it is.</param>
public sealed record AuditFault(IncidentId? About, string Sentence);

/// <summary>How one timeline was found.</summary>
/// <param name="Incident">Whose it is.</param>
/// <param name="Entries">How many entries were read.</param>
/// <param name="SealedUpTo">The last entry that a seal covers; 0 when none does.</param>
/// <param name="FirstWrong">The first entry that is not as it was recorded; null when all are.</param>
/// <param name="Fault">What is wrong with it; null when nothing is.</param>
public sealed record TimelineFinding(IncidentId Incident, int Entries, int SealedUpTo, int? FirstWrong = null, string? Fault = null)
{
    /// <summary>The finding in a sentence; it says up to which entry it can speak.</summary>
    public string Sentence => Fault is null ? $"{Name}: {Words.Count(Entries, "entry", "entries")}, chain intact{Cover}" : $"{Name}: {Fault}.";

    private string Name => Incident.IsHouse ? "The house" : Incident.ToString();

    private string Cover => SealedUpTo switch
    {
        0 => "; nothing is sealed yet.",
        _ when SealedUpTo >= Entries => $", sealed up to {SealedUpTo}.",
        _ when SealedUpTo + 1 == Entries => $", sealed up to {SealedUpTo}; entry {Entries} is chained but not sealed yet.",
        _ => $", sealed up to {SealedUpTo}; entries {SealedUpTo + 1}–{Entries} are chained but not sealed yet.",
    };
}
