namespace IncidentBot;

/// <summary>What it was, how bad, who took part, and how the review stands.</summary>
internal sealed class HeaderChapter(Identities identities) : ReviewChapter("header", "At a glance")
{
    private readonly Participants participants = new(identities);
    private readonly Dictionary<string, string> titles = [];
    private readonly List<int> absorbed = [];
    private (int Peak, int Privacy, int Review) entries;

    public override void Take(Step step)
    {
        var (entry, before, after) = step;
        participants.Take(entry);
        if (after.Peak != before.Peak) entries.Peak = entry.Number;
        if (after.IsPrivate != before.IsPrivate) entries.Privacy = entry.Number;
        if (entry.Event is ReviewDrafted or ReviewSubmitted or ReviewFinished or ReviewReopened || (before.Review?.DueAt is not null && after.Review?.DueAt is null)) entries.Review = entry.Number;
        if (entry.Event is IncidentAbsorbed) absorbed.Add(entry.Number);
        if (entry.Event is RoleAssigned { Role: var role, Title: var title }) titles[role] = title;
        if (entry.Event is HandoffAccepted { Role: var handed, Title: var name }) titles[handed] = name;
    }

    protected override IEnumerable<ReviewBlock> Blocks(Incident incident)
    {
        yield return new ReviewBlock.Facts([.. Facts(incident)]);
        yield return incident.Tenures.IsEmpty
            ? Say("Nobody held a role.")
            : new ReviewBlock.Table(["Role", "Who", "From", "Until"], [.. incident.Tenures.Select(Row)]);
        yield return participants.Block(incident.Tenures);
    }

    private IEnumerable<Fact> Facts(Incident incident)
    {
        var moments = IncidentMoments.Of(incident);
        var declared = moments.Declared.Entry;
        yield return new Fact("Incident", $"{incident.Id} {incident.Title}", declared);
        if (incident.IsDrill) yield return new Fact("Drill", "This was an exercise. It counts in no figures.", declared);
        if (incident.IsPrivate) yield return new Fact("Private", "Only its members may read this.", Cite(entries.Privacy));
        yield return new Fact("Severity", SeverityOf(incident), Cite(entries.Peak, incident.Severities[^1].Entry));
        yield return new Fact("Type", incident.Type.ToString(), declared);
        yield return new Fact("Services", incident.Services.IsEmpty ? "none named" : Words.Join(incident.Services), declared);
        if (moments.BeginIsStated) yield return new Fact("Began", Words.Moment(moments.Began.At), moments.Began.Entry);
        yield return new Fact("Declared", $"{Words.Moment(moments.Declared.At)} by {incident.DeclaredBy?.Name}", declared);
        foreach (var fact in Ends(incident)) yield return fact;
        if (absorbed.Count > 0) yield return new Fact("Took over", Words.Join(incident.Absorbed.Select(id => id.ToString())), absorbed);
        yield return new Fact("Review", Standing(incident), Cite(entries.Review));
    }

    private static IEnumerable<Fact> Ends(Incident incident)
    {
        var stage = incident.Stages[^1];
        var resolved = Round.Of(incident).LastOrDefault(round => round.IsResolved);
        if (incident.Reopened > 0) yield return new Fact("Reopened", ReviewWords.Times(incident.Reopened), [.. Round.Of(incident).Skip(1).Select(round => round.FromEntry)]);
        if (incident.ResolvedAt is { } at && resolved is { ToEntry: { } entry }) yield return new Fact("Resolved", Words.Moment(at), entry);
        else if (incident.Stage.IsActive()) yield return new Fact("Resolved", $"not yet; in {incident.Stage.Word()} since {Words.Moment(stage.At)}", stage.Entry);
        if (incident.Stage == Stage.Closed) yield return new Fact("Closed", Words.Moment(stage.At), stage.Entry);
        if (incident.Stage == Stage.Cancelled) yield return new Fact("Cancelled", Words.Moment(stage.At), stage.Entry);
        if (incident.MergedInto is { } into) yield return new Fact("Merged", $"{Words.Moment(stage.At)}; it goes on in {into}", stage.Entry);
    }

    private static string SeverityOf(Incident incident) => incident.Peak == incident.Severity
        ? incident.Peak.ToString()
        : $"{incident.Peak} at its worst, {incident.Severity} {(incident.Stage.IsActive() ? "now" : "in the end")}";

    private static string Standing(Incident incident) => incident.Review switch
    {
        null or { State: ReviewState.Draft, DueAt: null } => "draft",
        { State: ReviewState.Draft, DueAt: { } due } => $"draft, due {due.UtcDateTime:yyyy-MM-dd}",
        { State: ReviewState.InReview } review => $"in review with {Readers(review)}{(review.DueAt is { } due ? $", due {due.UtcDateTime:yyyy-MM-dd}" : "")}",
        { } review => review.Reviewers.IsEmpty ? "finished" : $"finished, read by {Readers(review)}",
    };

    private static string Readers(ReviewNote review) => Words.Join(review.Reviewers.Select(person => person.Name));

    private TableRow Row(RoleTenure tenure) => new(
        [titles.GetValueOrDefault(tenure.Role, tenure.Role), tenure.Person.Name, Words.Moment(tenure.From), tenure.To is { } to ? Words.Moment(to) : "still held"],
        tenure.ToEntry is { } ended ? [tenure.FromEntry, ended] : [tenure.FromEntry]);
}
