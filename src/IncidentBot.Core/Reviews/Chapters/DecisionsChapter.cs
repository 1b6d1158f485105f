namespace IncidentBot;

/// <summary>What was decided, why, and what else was on the table.</summary>
internal sealed class DecisionsChapter() : ReviewChapter("decisions", "Decisions")
{
    private readonly List<TableRow> decisions = [];

    public override void Take(Step step)
    {
        if (step.Entry.Event is DecisionRecorded decided)
            decisions.Add(new TableRow(
                [Words.Moment(step.Entry.OccurredAt), step.Entry.By.Name, decided.Text, decided.Because ?? "not stated", decided.Options.Count == 0 ? "not stated" : string.Join("; ", decided.Options)],
                step.Entry.Number));
    }

    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        yield return decisions.Count == 0
            ? Say("No decision was recorded.")
            : new ReviewBlock.Table(["When", "Who", "Decision", "Because", "Options"], [.. decisions]);
    }
}
