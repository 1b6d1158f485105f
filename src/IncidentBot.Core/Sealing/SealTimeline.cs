namespace IncidentBot;

/// <summary>Promises a seal on all that is recorded so far.</summary>
public sealed record SealTimeline : Effect
{
    /// <inheritdoc/>
    public override string Destination => "seals";

    /// <inheritdoc/>
    public override string Purpose => "seal the timeline";
}

/// <summary>The timeline is sealed up to an entry: what is under the seal can no longer change or vanish unseen.</summary>
public sealed record TimelineSealed(long Seal, int UpTo, string Head, string Mac) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"sealed the timeline up to entry {UpTo} (seal {Seal}, {Head[..12]}…)";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { SealedUpTo = Math.Max(incident.SealedUpTo, UpTo) };
}
