namespace IncidentBot;

/// <summary>The stages and severities that it went through, as a chart and as tables.</summary>
internal sealed class CourseChapter() : ReviewChapter("course", "Course")
{
    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        yield return Chart(incident);
        yield return new ReviewBlock.Table(["Stage", "From", "Until", "For"], [.. Visits.Of(incident.Stages).Select(visit => Row(visit, visit.Value.Word(), Length(visit)))]);
        var rounds = Round.Of(incident);
        yield return new ReviewBlock.Table(
            ["Severity", "From", "Until", "Worked on for"],
            [.. Visits.Of(incident.Severities).Select(visit => Row(visit, visit.Value.ToString(), Worked(rounds, visit)))]);
    }

    // The work is what the chart shows: a review of days would leave no room for it.
    private static ReviewBlock.Course Chart(Incident incident)
    {
        var until = Round.Of(incident) is [.., { To: { } over }] ? over : Later(incident.LastNewsAt, incident.Stages[^1].At);
        return new ReviewBlock.Course(
            [.. incident.Stages.Where(turn => turn.At <= until)],
            [.. incident.Severities.Where(turn => turn.At <= until)],
            [.. Marks(IncidentMoments.Of(incident)).Where(mark => mark.At <= until)],
            until);
    }

    private static IEnumerable<Turn<string>> Marks(IncidentMoments moments)
    {
        if (moments.IsDetectedByAlert) yield return new Turn<string>("detected", moments.Detected.At, moments.Detected.Entry);
        yield return new Turn<string>("declared", moments.Declared.At, moments.Declared.Entry);
        if (moments.Contained is { } contained && contained != moments.Resolved) yield return new Turn<string>("contained", contained.At, contained.Entry);
        if (moments.Resolved is { } resolved) yield return new Turn<string>("resolved", resolved.At, resolved.Entry);
    }

    private static TableRow Row<T>(Visit<T> visit, string name, string length) => new(
        [name, Words.Moment(visit.From), visit.To is { } to ? Words.Moment(to) : "", length],
        visit.ToEntry is { } ended ? [visit.FromEntry, ended] : [visit.FromEntry]);

    private static string Length(Visit<Stage> visit) => visit.To is { } to ? ReviewWords.Between(visit.From, to) : visit.Value.IsOpen() ? "lasts" : "for good";

    private static string Worked(IReadOnlyList<Round> rounds, Visit<Severity> visit)
    {
        var lasts = visit.To is null && rounds is [.., { To: null }];
        return Round.Worked(rounds, visit.From, visit.To) is { } worked ? Words.Span(worked) + (lasts ? ", and lasts" : "") : lasts ? "lasts" : "not at all";
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
