namespace IncidentBot;

/// <summary>The incident in two or three sentences, and what people say happened.</summary>
internal sealed class OverviewChapter() : ReviewChapter("overview", "Overview")
{
    private readonly WrittenPart summary = new(ReviewPart.Summary);
    private int peak;

    public override void Take(Step step)
    {
        summary.Take(step.Entry);
        if (step.After.Peak != step.Before.Peak) peak = step.Entry.Number;
    }

    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        yield return new ReviewBlock.Sentences([Declared(incident), Severity(incident), End(incident)]);
        yield return summary.Block(incident);
    }

    private static Statement Declared(Incident incident) => new(
        $"{incident.DeclaredBy?.Name} declared {incident.Id} on {Words.Moment(incident.DeclaredAt)}: “{incident.Title}”"
        + (incident.Services.IsEmpty ? "" : $", on {Words.Join(incident.Services)}") + (incident.IsDrill ? ", as a drill." : "."),
        incident.Stages[0].Entry);

    private Statement Severity(Incident incident) => incident.Impact is { } impact
        ? new Statement($"At its worst it was {incident.Peak}: {ReviewWords.Stop(Words.Brief(impact.Text, 300))}", Cite(peak, incident.ImpactEntry))
        : new Statement($"At its worst it was {incident.Peak}; its impact was not stated.", Cite(peak));

    private static Statement End(Incident incident)
    {
        var (last, moments) = (incident.Stages[^1], IncidentMoments.Of(incident));
        var reopened = incident.Reopened == 0 ? "" : $", having been reopened {ReviewWords.Times(incident.Reopened)}";
        return incident.Stage switch
        {
            Stage.Review or Stage.Closed when Round.Of(incident)[^1] is { To: { } at, ToEntry: { } entry } => new Statement(
                $"It was resolved on {Words.Moment(at)}, {ReviewWords.Between(moments.Began.At, at)} after it began{reopened}"
                + (incident.Stage == Stage.Closed ? $", and closed on {Words.Moment(last.At)}." : "."),
                Cite(entry, last.Entry)),
            Stage.Cancelled => new Statement($"It was cancelled on {Words.Moment(last.At)}{reopened}.", last.Entry),
            Stage.Merged => new Statement($"Since {Words.Moment(last.At)} it goes on in {incident.MergedInto}.", last.Entry),
            _ => new Statement($"It is not resolved yet; it has been in {incident.Stage.Word()} since {Words.Moment(last.At)}{reopened}.", last.Entry),
        };
    }
}
