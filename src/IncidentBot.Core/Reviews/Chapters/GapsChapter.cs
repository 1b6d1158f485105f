namespace IncidentBot;

/// <summary>What a review should tell and this version does not record.</summary>
internal sealed class GapsChapter() : ReviewChapter("gaps", "Not recorded by this version")
{
    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        yield return Say(
            "This version keeps no record of hypotheses, of changes, rollbacks and flags with their approvals, of access that was given, of pages, "
            + "of tickets, and of duties to regulators. If there were any, people tell of them in their own words above.");
    }
}
