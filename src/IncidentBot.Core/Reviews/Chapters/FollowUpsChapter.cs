namespace IncidentBot;

/// <summary>What is to be done afterwards, by whom, until when.</summary>
internal sealed class FollowUpsChapter() : ReviewChapter("followups", "Follow-ups")
{
    private readonly Dictionary<int, List<int>> entries = [];
    private readonly Dictionary<int, string> done = [];

    public override void Take(Step step)
    {
        var (number, entry) = (step.Entry.Event switch { FollowUpAdded added => added.Id, FollowUpChanged changed => changed.Id, FollowUpDone finished => finished.Id, _ => 0 }, step.Entry);
        if (number == 0) return;
        if (!entries.TryGetValue(number, out var known)) entries.Add(number, known = []);
        known.Add(entry.Number);
        if (entry.Event is FollowUpDone) done[number] = $"{Words.Moment(entry.OccurredAt)} by {entry.By.Name}";
    }

    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        yield return incident.FollowUps.IsEmpty
            ? Say("No follow-up was noted.")
            : new ReviewBlock.Table(["No.", "What", "Owner", "Due", "Done"], [.. incident.FollowUps.Select(Row)]);
    }

    private TableRow Row(FollowUp followUp) => new(
        [
            $"{followUp.Number}", followUp.Text, followUp.Owner?.Name ?? "nobody yet",
            followUp.Due is { } due ? $"{due.UtcDateTime:yyyy-MM-dd}" : "not set", done.GetValueOrDefault(followUp.Number, "open"),
        ],
        [.. entries[followUp.Number]]);
}
