namespace IncidentBot;

/// <summary>What was known at that moment?</summary>
/// <param name="Moment">As it was typed.</param>
public sealed record ShowReplay(string Moment) : Question
{
    private const int MostDecisions = 20;

    /// <inheritdoc/>
    public override async ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation) =>
        await sources.Replays.AtAsync(setting.Incident, Moment, setting.Now, cancellation) switch
        {
            Replay.Known known => Answer(known, setting),
            Replay.Nothing nothing => Reply.Refuse(nothing.Because, setting.Line("replay", "#1"), setting.Line("info")) with { Incident = setting.Incident.Id },
            _ => throw new InvalidOperationException("A replay that nobody can tell."),
        };

    private static Reply Answer(Replay.Known known, Setting setting)
    {
        var (incident, items) = (known.Incident, Items(known, setting.Policy));
        var last = $"The last entry was {known.Last.Number}: {Words.Brief(known.Last.Sentence, 200).TrimEnd('.')}.";
        var stood = $"{incident.Id} {incident.Severity} in {incident.Stage.Word()}: {incident.Title}. Commander: {incident.Commander?.Name ?? "nobody yet"}.";
        var card = IncidentCard.Full(incident, setting.Policy, setting.By, setting.House);
        return new Reply(string.Join('\n', [$"{known.Mark}.", stood, last, .. items]))
        {
            Incident = incident.Id,
            Card = card with
            {
                Headline = $"{card.Headline}, as known on {Words.Second(known.At)}",
                Items = [last, .. card.Items, .. items],
                Controls = [new Link("Open the replay", PagePaths.Replay(incident.Id, known.Last.Number)), new Link($"Entry {known.Last.Number}", PagePaths.Entry(incident.Id, known.Last.Number))],
            },
        };
    }

    private static IReadOnlyList<string> Items(Replay.Known known, Policy policy)
    {
        var incident = known.Incident;
        var earlier = incident.Decisions.Count - MostDecisions;
        return
        [
            Briefing.RolesOf(incident, policy),
            .. incident.Decisions.IsEmpty ? ["Decisions: none yet."] : incident.Decisions.TakeLast(MostDecisions).Select(decision => $"Decision (entry {decision.Entry}): {decision.Brief}"),
            .. earlier > 0 ? [$"And {Words.Count(earlier, "earlier decision")}."] : Array.Empty<string>(),
            .. incident.FollowUps.Where(followUp => !followUp.IsDone).Select(followUp => $"Open: {followUp.InWords}"),
        ];
    }
}
