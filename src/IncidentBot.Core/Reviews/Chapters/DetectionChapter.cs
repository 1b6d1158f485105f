namespace IncidentBot;

/// <summary>How it was noticed.</summary>
internal sealed class DetectionChapter() : ReviewChapter("detection", "Detection")
{
    private readonly List<Seen> alerts = [];

    public override void Take(Step step)
    {
        if (step.Entry.Event is AlertAttached attached) alerts.Add(new Seen(attached.Alert, step.Entry.Number));
        else if (step.Entry.Event is AlertCleared cleared && alerts.FindLastIndex(seen => seen.Alert.Fingerprint == cleared.Fingerprint) is >= 0 and var at)
            alerts[at] = alerts[at] with { ClearedAt = cleared.EndedAt, ClearedBy = step.Entry.Number };
    }

    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        yield return new ReviewBlock.Sentences([Noticed(incident)]);
        if (alerts.Count > 0)
            yield return new ReviewBlock.Table(["Alert", "Source", "Firing since", "No longer since", "Where", "SHA-256 of its report"], [.. alerts.Select(Row)]);
    }

    private Statement Noticed(Incident incident)
    {
        var (who, declared, moments) = (incident.DeclaredBy?.Name, incident.Stages[0].Entry, IncidentMoments.Of(incident));
        if (alerts.Count == 0) return new Statement($"It was declared by {who}; no alert was attached.", declared);
        var first = alerts.MinBy(seen => seen.Alert.StartedAt)!;
        return moments.IsDetectedByAlert
            ? new Statement(
                $"The alert {first.Alert.Name} began to fire on {Words.Moment(first.Alert.StartedAt)}, {ReviewWords.Between(first.Alert.StartedAt, incident.DeclaredAt)} before {who} declared the incident.",
                declared, first.Entry)
            : new Statement(
                $"It was declared by {who} before an alert fired; {first.Alert.Name} began {ReviewWords.Between(incident.DeclaredAt, first.Alert.StartedAt)} later.",
                declared, first.Entry);
    }

    private static TableRow Row(Seen seen) => new(
        [seen.Alert.InWords, seen.Alert.Source, Words.Moment(seen.Alert.StartedAt), seen.ClearedAt is { } at ? Words.Moment(at) : "still firing", seen.Alert.Link ?? "", seen.Alert.PayloadSha256],
        seen.ClearedBy is { } cleared ? [seen.Entry, cleared] : [seen.Entry]);

    private sealed record Seen(Alert Alert, int Entry, DateTimeOffset? ClearedAt = null, int? ClearedBy = null);
}
