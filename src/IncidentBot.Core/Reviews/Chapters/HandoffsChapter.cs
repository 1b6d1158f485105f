namespace IncidentBot;

/// <summary>Roles that were offered, and how the offers ended.</summary>
internal sealed class HandoffsChapter() : ReviewChapter("handoffs", "Handoffs")
{
    private readonly List<TableRow> handoffs = [];

    public override void Take(Step step)
    {
        if (step.Before.Handoff is { } offer && step.After.Handoff?.Entry != offer.Entry)
            handoffs.Add(Row(offer, HowItEnded(step.Entry), ReviewWords.Between(offer.OfferedAt, step.Entry.OccurredAt), offer.Entry, step.Entry.Number));
    }

    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        IReadOnlyList<TableRow> rows = incident.Handoff is { } open ? [.. handoffs, Row(open, "waits for an answer", "", open.Entry)] : [.. handoffs];
        yield return rows.Count == 0
            ? Say("No role was handed over.")
            : new ReviewBlock.Table(["Role", "From", "To", "Offered", "Answer", "After"], rows);
    }

    private static TableRow Row(PendingHandoff offer, string answer, string waited, params int[] entries) =>
        new([offer.Title, offer.From.Name, offer.To.Name, Words.Moment(offer.OfferedAt), answer, waited], entries);

    private static string HowItEnded(Recorded entry) => entry.Event switch
    {
        HandoffAccepted => "accepted",
        HandoffDeclined declined when entry.By.Id != declined.To.Id => $"taken back{Words.Because(declined.Reason)}",
        HandoffDeclined declined => $"declined{Words.Because(declined.Reason)}",
        HandoffLapsed => "lapsed unanswered",
        _ => $"ended: {entry.By.Name} {Words.Brief(entry.Event.Sentence)}",
    };
}
