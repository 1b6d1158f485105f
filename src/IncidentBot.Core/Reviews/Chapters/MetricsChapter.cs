namespace IncidentBot;

/// <summary>The incident in figures, each with its definition.</summary>
internal sealed class MetricsChapter() : ReviewChapter("metrics", "Metrics")
{
    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        var (figures, moments, rounds) = (IncidentFigures.Of(incident), IncidentMoments.Of(incident), Round.Of(incident));
        IEnumerable<TableRow> rows =
        [
            Row(SpanMeasure.Detect.Title, figures.ToDetect is { } detect ? Words.Span(detect) : "not known: nobody stated when it began", SpanMeasure.Detect.Definition, moments.Began, moments.Detected),
            Row(SpanMeasure.Acknowledge.Title, figures.ToAcknowledge, incident, "nobody took it up", SpanMeasure.Acknowledge.Definition, moments.Detected, moments.TakenUp),
            Row(SpanMeasure.Command.Title, figures.ToCommand, incident, "it had no commander", SpanMeasure.Command.Definition, moments.Declared, moments.Commanded),
            Row(SpanMeasure.Contain.Title, figures.ToContain, incident, "it was not contained", SpanMeasure.Contain.Definition, moments.Declared, moments.Contained),
            Row(SpanMeasure.Resolve.Title, figures.ToResolve, incident, "it was not resolved", SpanMeasure.Resolve.Definition, moments.Began, moments.Resolved),
            Row(SpanMeasure.ResolveInAll.Title, InAll(figures, incident), SpanMeasure.ResolveInAll.Definition, [moments.Began, .. rounds.SelectMany(Ends)]),
            Row("Reopened", ReviewWords.Times(incident.Reopened), "how often work began anew after it had ended", [.. rounds.Skip(1).Select(round => new Milestone(round.From, round.FromEntry))]),
        ];
        yield return new ReviewBlock.Table(["Figure", "Value", "Definition"], [.. rows, .. Stages(incident, figures), .. Severities(incident, figures)]);
    }

    private static IEnumerable<TableRow> Stages(Incident incident, IncidentFigures figures) => Visits.Of(incident.Stages)
        .Where(visit => visit.Value.IsOpen())
        .GroupBy(visit => visit.Value)
        .Select(visits => Row(
            $"Time in {visits.Key.Word()}", Lasting(figures.InStage.TryGetValue(visits.Key, out var span) ? span : null, visits.Any(visit => visit.To is null)), "all visits that are over, added up",
            [.. visits.Select(visit => new Milestone(visit.From, visit.FromEntry))]));

    private static IEnumerable<TableRow> Severities(Incident incident, IncidentFigures figures) => Visits.Of(incident.Severities)
        .GroupBy(visit => visit.Value)
        .Select(visits => Row(
            $"Worked on as {visits.Key}", Lasting(figures.InSeverity.TryGetValue(visits.Key, out var span) ? span : null, incident.Stage.IsActive() && visits.Any(visit => visit.To is null)), "all stretches that are over, as far as it was worked on, added up",
            [.. visits.Select(visit => new Milestone(visit.From, visit.FromEntry))]));

    private static string Lasting(TimeSpan? span, bool lasts) => (span, lasts) switch
    {
        ({ } over, true) => $"{Words.Span(over)}, and it lasts",
        ({ } over, false) => Words.Span(over),
        (null, true) => "not over yet",
        _ => "none",
    };

    private static string InAll(IncidentFigures figures, Incident incident) => (figures.ToResolveInAll, incident.Reopened) switch
    {
        (_, 0) => "does not apply: it was never reopened",
        ({ } all, _) => Words.Span(all),
        _ => incident.Stage.IsActive() ? "not yet" : "does not apply: it was not resolved in the end",
    };

    private static IEnumerable<Milestone> Ends(Round round) =>
        round is { To: { } to, ToEntry: { } entry } ? [new(round.From, round.FromEntry), new(to, entry)] : [new(round.From, round.FromEntry)];

    private static TableRow Row(string figure, TimeSpan? span, Incident incident, string never, string definition, params Milestone?[] moments) =>
        Row(figure, ReviewWords.Figure(span, incident, never), definition, moments);

    private static TableRow Row(string figure, string value, string definition, params Milestone?[] moments) =>
        new([figure, value, definition], Cite(moments.OfType<Milestone>().Select(moment => moment.Entry)));
}
