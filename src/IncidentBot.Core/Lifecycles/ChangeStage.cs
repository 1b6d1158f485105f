namespace IncidentBot;

/// <summary>Moves the incident along a road of the lifecycle.</summary>
/// <param name="Move">Which step.</param>
/// <param name="Reason">Why; demanded where the road asks for it.</param>
/// <param name="Override">The commander's reason for going without what is missing; null to obey the criteria.</param>
public sealed record ChangeStage(Move Move, string? Reason = null, string? Override = null) : Command
{
    /// <inheritdoc/>
    public override string? Deed => Move.Verb();

    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (Lifecycle.RoadFrom(incident.Stage, Move) is { } road) return Take(road, incident, at);
        if (ClosesAtOnce(incident, at.Policy)) return CloseAtOnce(incident, at);
        return NoSuchRoad(incident, at.Policy);
    }

    private Decision Take(Road road, Incident incident, Circumstances at)
    {
        if (road.NeedsReason && string.IsNullOrWhiteSpace(Reason))
            return Decision.Refuse(
                $"Say why: {WhyAsked(road)} needs a reason.",
                LineWriter.Line(incident.Id, Move.Verb(), "--reason", "\"…\""));

        var missing = road.Exit is { } exit ? Criterion.MissingFor(exit, incident, at.Policy) : [];
        var change = new StageChanged(road.From, road.To, Move, Reason);
        IReadOnlyList<IncidentEvent> changes = DraftFor(road, incident, at) is { } draft ? [change, draft] : [change];
        if (missing.Count == 0) return Decision.Accept(changes);
        if (string.IsNullOrWhiteSpace(Override)) return Missing(missing, incident, at);
        if (!at.By.Is(incident.Commander))
            return Decision.Refuse(
                incident.Commander is { } commander
                    ? $"Only the incident commander, {commander.Name}, can override what is missing."
                    : "Only the incident commander can override what is missing, and there is none.",
                LineWriter.Line(incident.Id, "role", "claim", "commander"));
        return Decision.Accept([new CriteriaOverridden(road.From, [.. missing.Select(criterion => criterion.Asks)], Override), .. changes]);
    }

    // The due date is kept with the deed, so that the past is told by the policy of its time.
    private static ReviewDrafted? DraftFor(Road road, Incident incident, Circumstances at) =>
        road.To == Stage.Review && at.Policy.RuleOf(incident.Severity) is { NeedsReview: true } rule ? new ReviewDrafted(at.Now + rule.ReviewDueAfter) : null;

    private Decision Missing(IReadOnlyList<Criterion> missing, Incident incident, Circumstances at)
    {
        var lines = missing.Select(criterion => LineWriter.Line(incident.Id, criterion.Mend)).ToList();
        if (at.By.Is(incident.Commander)) lines.Add(LineWriter.Line(incident.Id, Move.Verb(), "--override", "\"…\""));
        return Decision.Refuse($"Not yet: {Words.Join(missing.Select(criterion => criterion.Asks))}.", lines);
    }

    private bool ClosesAtOnce(Incident incident, Policy policy) =>
        Move == Move.Close
        && !policy.RuleOf(incident.Severity).NeedsReview
        && Lifecycle.RoadFrom(incident.Stage, Move.Resolve) is not null;

    private Decision CloseAtOnce(Incident incident, Circumstances at)
    {
        var resolving = (this with { Move = Move.Resolve }).Decide(incident, at);
        if (resolving is not Decision.Accepted resolved) return resolving;
        var closing = Take(Lifecycle.RoadFrom(Stage.Review, Move.Close)!, incident, at);
        return closing is Decision.Accepted closed ? Decision.Accept([.. resolved.Events, .. closed.Events]) : closing;
    }

    private Decision NoSuchRoad(Incident incident, Policy policy)
    {
        if (Move == Move.Close && incident.Stage.IsActive() && policy.RuleOf(incident.Severity).NeedsReview)
            return Decision.Refuse($"A {incident.Severity} is resolved and reviewed before it is closed.", LineWriter.Line(incident.Id, "resolve"));
        var roads = Lifecycle.RoadsFrom(incident.Stage);
        var open = roads.Select(road => Describe(road, incident, policy));
        return Decision.Refuse(
            $"{incident.Id} is in {incident.Stage.Word()}; {Move.Verb()} is not open from there. Open: {string.Join("; ", open)}.",
            [.. roads.Select(road => LineWriter.Line(incident.Id, road.Move.Verb()))]);
    }

    private static string Describe(Road road, Incident incident, Policy policy)
    {
        var missing = road.Exit is { } exit ? Criterion.MissingFor(exit, incident, policy) : [];
        return missing.Count == 0 ? road.Move.Verb() : $"{road.Move.Verb()} (missing: {Words.Join(missing.Select(criterion => criterion.Asks))})";
    }

    private static string WhyAsked(Road road) => road switch
    {
        { Move: Move.Reopen } => "reopening an incident",
        { Move: Move.Cancel } => "cancelling an incident",
        { Move: Move.Resolve } => "resolving straight from triage",
        _ => $"going back from {road.From.Word()} to {road.To.Word()}",
    };
}

/// <summary>The incident came from one stage to another.</summary>
public sealed record StageChanged(Stage From, Stage To, Move Move, string? Reason) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => Move switch
    {
        Move.Reopen => $"reopened the incident from {From.Word()}",
        Move.Resolve => $"resolved the incident ({From.Word()} → review)",
        Move.Close => "closed the incident",
        Move.Cancel => "cancelled the incident",
        _ => $"moved the incident from {From.Word()} to {To.Word()}",
    } + Words.Because(Reason);

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => Reason is null ? null : this with { Reason = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry)
    {
        var moved = incident with
        {
            Stage = To,
            StageSince = entry.OccurredAt,
            Reminders = Move == Move.Reopen || !To.IsActive() ? incident.Reminders.Clear() : incident.Reminders,
            ResolvedAt = To == Stage.Review ? entry.OccurredAt : To.IsActive() ? null : incident.ResolvedAt,
            EndedAt = To.IsOpen() ? null : entry.OccurredAt,
        };
        return Move == Move.Reopen
            ? moved with { Reopened = incident.Reopened + 1, WorkSince = entry.OccurredAt, MergedInto = null, Review = incident.Review?.BegunAnew() }
            : moved;
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> Consequences(Incident now, Policy policy) => To.IsOpen() ? [] : [new SealTimeline()];
}

/// <summary>The commander went on without what a stage asks for: a point of the review.</summary>
public sealed record CriteriaOverridden(Stage Leaving, IReadOnlyList<string> Missing, string Reason) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"left {Leaving.Word()} although {Words.Join(Missing)}{Words.Because(Reason)}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Reason = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident;
}
