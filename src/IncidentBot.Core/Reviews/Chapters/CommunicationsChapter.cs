namespace IncidentBot;

/// <summary>Who was told what, when, and whether that was as promised.</summary>
internal sealed class CommunicationsChapter() : ReviewChapter("communications", "Communications")
{
    private readonly List<TableRow> updates = [];

    public override void Take(Step step)
    {
        var (entry, before, after) = step;
        if (entry.Event is not UpdateSent sent) return;
        var last = before.Updates.GetValueOrDefault(sent.Audience);
        updates.Add(new TableRow(
            [Words.Moment(entry.OccurredAt), entry.By.Name, sent.Audience.Readers(), sent.Elsewhere ?? "here", Words.Brief(sent.Text, 300), Timeliness(entry.OccurredAt, last, after)],
            last is null ? [entry.Number] : [last.Entry, entry.Number]));
    }

    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        if (updates.Count == 0)
        {
            yield return Say("No update was sent.");
            yield break;
        }
        yield return new ReviewBlock.Table(["When", "Who", "For", "Where", "What", "In time"], [.. updates]);
        var missed = incident.Updates.Values.Where(update => IsMissed(update, incident)).OrderBy(update => update.Entry)
            .Select(update => new Statement($"The update for {update.Audience.Readers()} that was promised for {Words.Moment(update.NextDueAt)} did not come.", update.Entry)).ToList();
        if (missed.Count > 0) yield return new ReviewBlock.Sentences(missed);
    }

    private static string Timeliness(DateTimeOffset at, UpdateNote? last, Incident incident) => last switch
    {
        null => $"the first, {ReviewWords.Between(incident.DeclaredAt, at)} after the declaration",
        _ when last.At < incident.WorkSince => $"the first since it was reopened, {ReviewWords.Between(incident.WorkSince, at)} after that",
        _ when at <= last.NextDueAt => "in time",
        _ when incident.ResolvedAt <= last.NextDueAt => "none was due: it was resolved before",
        _ => $"{ReviewWords.Between(last.NextDueAt, at)} late",
    };

    // Only while it was worked on, and only as far as the timeline tells.
    private static bool IsMissed(UpdateNote update, Incident incident) =>
        update.At >= incident.WorkSince && update.NextDueAt < (Round.Of(incident)[^1].To ?? incident.LastNewsAt);
}
