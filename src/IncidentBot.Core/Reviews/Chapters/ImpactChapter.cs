namespace IncidentBot;

/// <summary>Whom it hurt, how many, from when to when, and how that was stated over time.</summary>
internal sealed class ImpactChapter() : ReviewChapter("impact", "Impact")
{
    private readonly List<TableRow> statements = [];

    public override void Take(Step step)
    {
        if (step.Entry.Event is ImpactStated { Impact: var impact })
            statements.Add(new TableRow([Words.Moment(step.Entry.OccurredAt), step.Entry.By.Name, impact.InWords], step.Entry.Number));
    }

    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        if (incident.Impact is not { } impact)
        {
            yield return Say("The impact was not stated.");
            yield break;
        }
        var entry = incident.ImpactEntry;
        yield return new ReviewBlock.Facts(
        [
            new Fact("What", impact.Text, entry),
            new Fact("Customers", impact.Customers is { } count ? $"{count:N0}" : "not stated", entry),
            new Fact("From", impact.StartedAt is { } start ? Words.Moment(start) : "not stated", entry),
            new Fact("Until", impact.EndedAt is { } end ? Words.Moment(end) : "not stated", entry),
            new Fact("For", impact is { StartedAt: { } from, EndedAt: { } to } ? ReviewWords.Between(from, to) : "not known", entry),
            new Fact("Data exposed", impact.DataExposed switch { DataExposure.Yes => "yes", DataExposure.No => "no", _ => "not known" }, entry),
        ]);
        if (statements.Count > 1) yield return new ReviewBlock.Table(["Stated", "By", "Impact"], [.. statements]);
    }
}
