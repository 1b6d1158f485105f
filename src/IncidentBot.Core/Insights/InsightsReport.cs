namespace IncidentBot;

/// <summary>
/// What the incidents of a selection come to. Drills, cancelled and merged ones are left out of everything else.
/// Incidents that the viewer may not see are counted where they are one of many, and nothing else is told of them.
/// </summary>
public sealed record InsightsReport
{
    /// <summary>What was asked for.</summary>
    public required InsightsFilter Filter { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The incidents that count.</summary>
    public required Tally Counted { get; init; }

    /// <summary>How bad they were at worst, from the worst; only severities that occurred.</summary>
    public required IReadOnlyList<SeverityFigure> Severities { get; init; }

    /// <summary>Those that do not count: drills, cancelled ones, merged ones.</summary>
    public required IReadOnlyList<Tally> LeftOut { get; init; }

    /// <summary>Those that do not count, in words: <c>1 drill and 2 cancelled</c>; empty when all count.</summary>
    public string LeftOutInWords => Words.Join(
        LeftOut.Where(tally => tally.Count > 0).Select(tally => tally.Key == "drills" ? Words.Count(tally.Count, "drill") : $"{tally.Count} {tally.Key}"));

    /// <summary>Week by week, also those in which nothing happened.</summary>
    public required IReadOnlyList<WeekFigure> Weeks { get; init; }

    /// <summary>How long it took to detect, acknowledge, command, contain and resolve.</summary>
    public required IReadOnlyList<SpanFigure> Spans { get; init; }

    /// <summary>How long they were in each stage that is over.</summary>
    public required IReadOnlyList<SpanFigure> Stages { get; init; }

    /// <summary>How often they were not over after all.</summary>
    public required ReopenFigure Reopening { get; init; }

    /// <summary>What is still to be done.</summary>
    public required FollowUpFigure FollowUps { get; init; }

    /// <summary>What they asked of people: the longest in roles first.</summary>
    public required IReadOnlyList<LoadFigure> Load { get; init; }

    /// <summary>The services that they hurt, the most often hit first. Private incidents that the viewer may not see are left out.</summary>
    public required IReadOnlyList<ServiceFigure> Services { get; init; }

    /// <summary>Every number with the incidents behind it.</summary>
    public IEnumerable<Tally> Tallies =>
    [
        Counted, .. Severities.Select(figure => figure.Of), .. LeftOut,
        .. Weeks.SelectMany(week => week.Severities.Select(figure => figure.Of).Prepend(week.All)),
        .. Spans.Select(figure => figure.Of), .. Stages.Select(figure => figure.Of),
        Reopening.Reopened, Reopening.Ended, FollowUps.OpenOn, FollowUps.OverdueOn,
        .. Load.SelectMany(figure => new[] { figure.TookPart, figure.Commanded }), .. Services.Select(figure => figure.Of),
    ];

    /// <summary>The number with this key; null when there is none.</summary>
    public Tally? Find(string key) => Tallies.FirstOrDefault(tally => tally.Key == key);

    /// <summary>The report on incidents that were selected.</summary>
    /// <param name="selected">The incidents, also those that do not count.</param>
    /// <param name="filter">What they were selected by.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="now">When.</param>
    /// <param name="identities">Whose identities belong together; null when none do.</param>
    public static InsightsReport Of(IEnumerable<IncidentSummary> selected, InsightsFilter filter, Person viewer, DateTimeOffset now, Identities? identities = null)
    {
        var byFate = selected.ToLookup(FateOf);
        var counting = new Counting([.. byFate[Fate.Counts]], viewer, now, identities ?? Identities.None);
        return new InsightsReport
        {
            Filter = filter,
            At = now,
            Counted = counting.Tally("all", "that count", _ => true),
            Severities = counting.Severities("all", ""),
            LeftOut = [
                Tally.Of("drills", "that were drills", byFate[Fate.Drill], viewer),
                Tally.Of("cancelled", "that were cancelled", byFate[Fate.Cancelled], viewer),
                Tally.Of("merged", "that were merged into others", byFate[Fate.Merged], viewer)],
            Weeks = counting.Weeks(filter.Period),
            Spans = [.. SpanMeasure.All.Select(counting.Span)],
            Stages = [.. Enum.GetValues<Stage>().Where(stage => stage.IsOpen()).Select(counting.InStage)],
            Reopening = counting.Reopening(),
            FollowUps = counting.FollowUps(),
            Load = counting.Load(),
            Services = counting.Services(),
        };
    }

    private enum Fate
    {
        Counts,
        Drill,
        Cancelled,
        Merged,
    }

    private static Fate FateOf(IncidentSummary incident) => incident switch
    {
        { Drill: true } => Fate.Drill,
        { Stage: Stage.Cancelled } => Fate.Cancelled,
        { Stage: Stage.Merged } => Fate.Merged,
        _ => Fate.Counts,
    };
}
