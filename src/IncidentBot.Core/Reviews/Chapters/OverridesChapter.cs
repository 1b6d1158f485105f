namespace IncidentBot;

/// <summary>Where the commander went on without what a stage asks for.</summary>
internal sealed class OverridesChapter() : ReviewChapter("overrides", "Criteria overridden")
{
    private readonly List<TableRow> overrides = [];

    public override void Take(Step step)
    {
        if (step.Entry.Event is CriteriaOverridden gone)
            overrides.Add(new TableRow(
                [Words.Moment(step.Entry.OccurredAt), step.Entry.By.Name, gone.Leaving.Word(), Words.Join(gone.Missing), gone.Reason], step.Entry.Number));
    }

    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        yield return overrides.Count == 0
            ? Say("No criterion was overridden.")
            : new ReviewBlock.Table(["When", "Who", "Leaving", "Although", "Because"], [.. overrides]);
    }
}
