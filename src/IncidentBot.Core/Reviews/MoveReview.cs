namespace IncidentBot;

/// <summary>The review was begun: the incident is resolved, and its severity asks for one.</summary>
/// <param name="DueAt">When it is due.</param>
public sealed record ReviewDrafted(DateTimeOffset DueAt) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"began the review, due {DueAt.UtcDateTime:yyyy-MM-dd}";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) =>
        incident with { Review = (incident.Review ?? ReviewNote.Untouched) with { State = ReviewState.Draft, DueAt = DueAt } };
}

/// <summary>Gives the review to people who read it; also again, to other people or with another due date.</summary>
/// <param name="Reviewers">Who; empty for whoever submits it.</param>
/// <param name="Due">When they should be done; null keeps what the severity asks for.</param>
public sealed record SubmitReview(IReadOnlyList<Person> Reviewers, DateTimeOffset? Due = null) : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    private const int MostReviewers = 20;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (incident.Stage.IsActive())
            return Decision.Refuse($"{incident.Id} is still being worked on; its review begins when it is resolved.", LineWriter.Line(incident.Id, "resolve"));
        if (ReviewRefusals.Finished(incident) is { } finished) return finished;
        if (Reviewers.Count > MostReviewers) return Decision.Refuse($"{Reviewers.Count} reviewers are more than {MostReviewers}. Name those who must read it.");
        if (Due < at.Now) return Decision.Refuse($"The review cannot be due in the past ({Words.Moment(Due.Value)}). Check --due.");
        var reviewers = Reviewers.Count > 0 ? Once(Reviewers) : [at.By];
        return incident.IsPrivate && reviewers.Find(person => !Visibility.MaySee(person, incident)) is { } outsider
            ? Decision.Refuse($"{outsider.Name} is no member of {incident.Id}, which is private, and could not read it.", LineWriter.Line(incident.Id, "member", "add", "@" + outsider.Id.Handle))
            : Decision.Accept(new ReviewSubmitted(reviewers, Due ?? incident.Review?.DueAt));
    }

    private static List<Person> Once(IReadOnlyList<Person> people) => [.. people.Where((person, at) => !people.Take(at).Any(person.Is))];
}

/// <summary>Reviewers were asked to read the review.</summary>
public sealed record ReviewSubmitted(IReadOnlyList<Person> Reviewers, DateTimeOffset? DueAt) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence =>
        $"gave the review to {Words.Join(Reviewers.Select(person => person.Name))}{(DueAt is { } due ? $", due {due.UtcDateTime:yyyy-MM-dd}" : "")}";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with
    {
        Review = (incident.Review ?? ReviewNote.Untouched) with { State = ReviewState.InReview, DueAt = DueAt, Reviewers = [.. Reviewers] },
    };
}

/// <summary>Finishes the review: one of the reviewers or the commander says that it is right.</summary>
public sealed record FinishReview : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) => incident.Review switch
    {
        { State: ReviewState.Finished } => Decision.Refuse("The review is finished already.", LineWriter.Line(incident.Id, "review")),
        { State: ReviewState.InReview } review when IsFor(at.By, review, incident) => Decision.Accept(new ReviewFinished()),
        { State: ReviewState.InReview } review => Decision.Refuse(
            $"Finishing is for the reviewers or the commander: ask {Words.Join(review.Reviewers.Select(person => person.Name))}.",
            LineWriter.Line(incident.Id, "review", "submit", "me")),
        _ => Decision.Refuse("The review is a draft. Give it to somebody who reads it first.", LineWriter.Line(incident.Id, "review", "submit", "me")),
    };

    private static bool IsFor(Person by, ReviewNote review, Incident incident) =>
        by.Is(incident.Commander) || review.Reviewers.Any(by.Is);
}

/// <summary>The review is done.</summary>
public sealed record ReviewFinished : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => "finished the review";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) =>
        incident with { Review = (incident.Review ?? ReviewNote.Untouched) with { State = ReviewState.Finished }, Reminders = incident.Reminders.Remove(ReminderKind.ReviewOverdue) };

    /// <inheritdoc/>
    public override IEnumerable<Effect> Consequences(Incident now, Policy policy) => [new SealTimeline()];
}

/// <summary>Makes a draft of a review that was given away or finished.</summary>
public sealed record ReopenReview(string Reason) : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        incident.Review is not { State: not ReviewState.Draft }
            ? Decision.Refuse("The review is a draft and open to everybody's words.", LineWriter.Line(incident.Id, "review"))
            : string.IsNullOrWhiteSpace(Reason)
                ? Decision.Refuse("Say why: reopening a review needs a reason.", LineWriter.Line(incident.Id, "review", "reopen", "\"…\""))
                : TextRules.Check(Reason, "reason", Limits.Reason) ?? Decision.Accept(new ReviewReopened(Reason.Trim()));
}

/// <summary>The review is a draft again.</summary>
public sealed record ReviewReopened(string Reason) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"reopened the review{Words.Because(Reason)}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Reason = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) =>
        incident with { Review = (incident.Review ?? ReviewNote.Untouched) with { State = ReviewState.Draft } };
}
