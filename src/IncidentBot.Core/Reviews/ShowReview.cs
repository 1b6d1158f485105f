namespace IncidentBot;

/// <summary>How does the review stand, and where is it?</summary>
public sealed record ShowReview : Question
{
    /// <inheritdoc/>
    public override ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var incident = setting.Incident;
        var (path, review) = (PagePaths.Review(incident.Id), incident.Review ?? ReviewNote.Untouched);
        var standing = Standing(incident);
        return ValueTask.FromResult(new Reply($"The review of {incident.Id} is {standing}: {path}")
        {
            Incident = incident.Id,
            Card = new Message($"The review of {incident.Id} is {standing}")
            {
                About = incident.Id,
                Text = Next(incident, review),
                Fields = [.. Fields(incident, review)],
                Controls = [new Link("Open the review", path), .. Steps(incident, review, setting)],
            },
        });
    }

    private static string Standing(Incident incident) => incident.Review switch
    {
        { State: ReviewState.Finished } => "finished",
        { State: ReviewState.InReview } review => $"with {Readers(review)}{Due(review)}",
        { } review => $"a draft{Due(review)}",
        null => "a draft that writes itself while you work",
    };

    private static IEnumerable<Field> Fields(Incident incident, ReviewNote review)
    {
        var figures = IncidentFigures.Of(incident);
        var open = incident.FollowUps.Count(followUp => !followUp.IsDone);
        yield return new Field("At its worst", incident.Peak.ToString());
        yield return new Field("Impact", incident.Impact is { } impact ? Words.Brief(impact.InWords) : "not stated");
        yield return new Field("Time to acknowledge", ReviewWords.Figure(figures.ToAcknowledge, incident, "nobody took it up"));
        yield return new Field("Time to contain", ReviewWords.Figure(figures.ToContain, incident, "it was not contained"));
        yield return new Field("Time to resolve", ReviewWords.Figure(figures.ToResolve, incident, "it was not resolved"));
        if (incident.Reopened > 0) yield return new Field("Reopened", ReviewWords.Times(incident.Reopened));
        yield return new Field("Decisions", incident.Decisions.IsEmpty ? "none recorded" : $"{incident.Decisions.Count}");
        yield return new Field("Follow-ups", incident.FollowUps.IsEmpty ? "none noted" : $"{open} open of {incident.FollowUps.Count}");
        yield return new Field("Still to be written", review.Empty.Count == 0 ? "nothing" : Words.Join(review.Empty.Select(part => part.Title())));
    }

    private static string Next(Incident incident, ReviewNote review) => review switch
    {
        { State: ReviewState.Finished } => incident.FollowUps.Exists(followUp => !followUp.IsDone) ? "Next: what was noted as follow-ups." : "Nothing is left to be done.",
        { State: ReviewState.InReview } => $"Next: it is read and finished by {Readers(review)}.",
        _ when incident.Stage.IsActive() => "The facts are taken from the timeline. What only people know can be added at any time.",
        { Empty: [var first, ..] } => $"Next: add what only people know, beginning with “{first.Title()}”.",
        _ => "Next: give it to somebody who reads it.",
    };

    private static IEnumerable<Control> Steps(Incident incident, ReviewNote review, Setting setting)
    {
        if (review.State == ReviewState.InReview) yield return new Button("Finish", setting.Line("review", "finish"));
        else if (review.State == ReviewState.Finished) yield return new Button("Reopen", setting.Line("review", "reopen"));
        else if (!incident.Stage.IsActive()) yield return new Button("Submit", setting.Line("review", "submit", "me"));
        if (review is { State: not ReviewState.Finished, Empty: [var first, ..] }) yield return new Button($"Add: {first.Title()}", setting.Line("review", "add", first.Word()));
    }

    private static string Readers(ReviewNote review) => Words.Join(review.Reviewers.Select(person => person.Name));

    private static string Due(ReviewNote review) => review.DueAt is { } due ? $", due {due.UtcDateTime:yyyy-MM-dd}" : "";
}
