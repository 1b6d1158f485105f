namespace IncidentBot;

/// <summary>What do the incidents of a selection come to?</summary>
public sealed record ShowMetrics(InsightsFilter Filter) : Question
{
    private static readonly string[] Headline = [SpanMeasure.Acknowledge.Key, SpanMeasure.Contain.Key, SpanMeasure.Resolve.Key];

    /// <inheritdoc/>
    public override async ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var report = await sources.Catalog.ReportAsync(Filter, setting.By, setting.Now, cancellation);
        var path = PagePaths.Insights(Filter);
        var headline = $"{Words.Count(report.Counted.Count, "incident")} in the {Filter.InWords}";
        return new Reply($"{headline}. {Brief(report)}{path}")
        {
            Card = new Message(headline)
            {
                Fields = report.Counted.Count == 0 ? [] : [.. FieldsOf(report)],
                Text = Text(report),
                Controls = [new Link("Open insights", path)],
            },
        };
    }

    private static IEnumerable<Field> FieldsOf(InsightsReport report)
    {
        yield return new Field("At worst", string.Join(", ", report.Severities.Select(figure => $"{figure.Peak}: {figure.Of.Count}")));
        foreach (var figure in SpansOf(report)) yield return new Field($"{figure.Title} (median)", InWords(figure.Spread));
        if (report.Reopening.Rate is { } rate) yield return new Field("Reopened", $"{rate:P0} ({report.Reopening.Reopened.Count} of {report.Reopening.Ended.Count})");
        yield return new Field("Follow-ups", $"{report.FollowUps.Open} open, {report.FollowUps.Overdue} overdue");
    }

    private static string? Text(InsightsReport report) => report.LeftOutInWords is { Length: > 0 } left ? $"Left out: {left}." : null;

    private static string Brief(InsightsReport report) =>
        string.Concat(SpansOf(report).Where(figure => figure.Spread is not null).Select(figure => $"{figure.Title}: {InWords(figure.Spread)}. "));

    private static IEnumerable<SpanFigure> SpansOf(InsightsReport report) => report.Spans.Where(figure => Headline.Contains(figure.Of.Key));

    private static string InWords(Spread? spread) => spread is null
        ? "nothing measured yet"
        : $"{Words.Figure(spread.Median)}, 90 % within {Words.Figure(spread.P90)}, n = {spread.Count}";
}
