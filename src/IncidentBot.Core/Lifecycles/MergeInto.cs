namespace IncidentBot;

/// <summary>Lets the incident go on in another one.</summary>
public sealed record MergeInto(IncidentId Other, string? Reason = null) : Command
{
    /// <inheritdoc/>
    public override string? Deed => Move.Merge.Verb();

    /// <inheritdoc/>
    public override IncidentId? SpeaksOf => Other;

    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (Other == incident.Id) return Decision.Refuse($"{Other} cannot be merged into itself. Name the incident that goes on.", "list");
        if (at.House.FindOpen(Other, at.By) is not { } other)
            return Decision.Refuse($"There is no open incident {Other} to merge into.", "list");
        if (other.IsDrill != incident.IsDrill)
            return Decision.Refuse($"{(other.IsDrill ? other.Id : incident.Id)} is a drill and {(other.IsDrill ? incident.Id : other.Id)} is not: what counts cannot go on where nothing counts. Cancel the drill, or name another incident.", "list");
        if (!other.Stage.IsActive())
            return Decision.Refuse($"{Other} is resolved already; reopen it first or name another.", "list");
        if (Lifecycle.RoadFrom(incident.Stage, Move.Merge) is null)
            return new ChangeStage(Move.Merge).Decide(incident, at);
        return Decision.Accept(new IncidentsMerged(incident.Stage, Other, "", Reason));
    }
}

/// <summary>The incident goes on in another one. What that one is about is its own to tell, to those who may see it.</summary>
/// <param name="From">Where it stood.</param>
/// <param name="Into">The other one.</param>
/// <param name="Title">Empty; earlier versions kept the other one's title here.</param>
/// <param name="Reason">Why; null when nobody said.</param>
public sealed record IncidentsMerged(Stage From, IncidentId Into, string Title, string? Reason) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"merged the incident into {Into}{Words.Because(Reason)}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => Title.Length == 0 && Reason is null ? null : this with { Title = "", Reason = Redaction.Of(Reason) };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with
    {
        Stage = Stage.Merged,
        StageSince = entry.OccurredAt,
        EndedAt = entry.OccurredAt,
        MergedInto = Into,
        Reminders = incident.Reminders.Clear(),
    };

    /// <inheritdoc/>
    public override IEnumerable<Effect> Consequences(Incident now, Policy policy) =>
        [new PointToAbsorbed(Into, ""), new SealTimeline()];
}

/// <summary>Promises the pointer in the incident that goes on.</summary>
/// <param name="Into">That one.</param>
/// <param name="Title">Empty; earlier versions kept the absorbed one's title here.</param>
public sealed record PointToAbsorbed(IncidentId Into, string Title) : Effect
{
    /// <inheritdoc/>
    public override string Destination => "timeline";

    /// <inheritdoc/>
    public override string Purpose => $"note the merge on {Into}";

    /// <inheritdoc/>
    public override Effect WithoutWords() => this with { Title = "" };
}

/// <summary>Another incident goes on in this one. What it was about is its own to tell, to those who may see it.</summary>
/// <param name="From">The other one.</param>
/// <param name="Title">Empty; earlier versions kept the other one's title here.</param>
public sealed record IncidentAbsorbed(IncidentId From, string Title) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"took over {From}, which goes on here";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => Title.Length == 0 ? null : this with { Title = "" };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { Absorbed = incident.Absorbed.Add(From) };
}
