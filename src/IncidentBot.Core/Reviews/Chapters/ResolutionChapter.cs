namespace IncidentBot;

/// <summary>How the work ended, each time it did.</summary>
internal sealed class ResolutionChapter() : ReviewChapter("resolution", "Resolution")
{
    private readonly List<Statement> ends = [];

    public override void Take(Step step)
    {
        var (entry, before, after) = step;
        if (after.Stage != before.Stage && (!after.Stage.IsActive() || !before.Stage.IsActive()))
            ends.Add(new Statement($"{Words.Moment(entry.OccurredAt)}: {entry.By.Name} {ReviewWords.Stop(entry.Event.Sentence)}", entry.Number));
    }

    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        var (last, impact) = (incident.Stages[^1], incident.Impact);
        var statements = new List<Statement>(ends);
        if (incident.Stage.IsActive()) statements.Add(new Statement($"It is not resolved yet: it has been in {incident.Stage.Word()} since {Words.Moment(last.At)}.", last.Entry));
        if (impact?.EndedAt is { } end) statements.Add(new Statement($"The impact ended on {Words.Moment(end)}.", incident.ImpactEntry));
        yield return new ReviewBlock.Sentences(statements);
    }
}
