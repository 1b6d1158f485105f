namespace IncidentBot.Web.Reviews;

/// <summary>What pages and files say above a review.</summary>
public static class ReviewTitles
{
    /// <summary>Its heading: <c>Review of INC-1: Checkout is down</c>.</summary>
    public static string Heading(this ReviewDocument document) => $"Review of {document.Incident}: {document.Title}";

    /// <summary>Its state in a word or two: <c>In review</c>.</summary>
    public static string Word(this ReviewState state) => state switch
    {
        ReviewState.Draft => "Draft",
        ReviewState.InReview => "In review",
        _ => "Finished",
    };

    /// <summary>How it stands, in one sentence.</summary>
    public static string Standing(this ReviewDocument document)
    {
        var review = document.Standing;
        var with = review.Reviewers.Count > 0 ? $" {(review.State == ReviewState.Finished ? "by" : "with")} {Words.Join(review.Reviewers.Select(person => person.Name))}" : "";
        var due = review is { State: not ReviewState.Finished, DueAt: { } moment } ? $", due {moment.UtcDateTime:yyyy-MM-dd}" : "";
        return $"{review.State.Word()}{(review.State == ReviewState.Draft ? "" : with)}{due}. {document.Peak} at worst, now in {document.Stage.Word()}. Made from entries 1 to {document.UpTo}.";
    }

    /// <summary>What a reader must know before anything else; null when there is nothing of the kind.</summary>
    public static string? Warning(this ReviewDocument document) => (document.IsDrill, document.IsPrivate) switch
    {
        (true, true) => "This was a drill, and it is private: only its members may read this.",
        (true, false) => "This was a drill: an exercise, not a real incident.",
        (false, true) => "This incident is private: only its members may read this.",
        _ => null,
    };

    /// <summary>A file's name: <c>INC-1-review.md</c>.</summary>
    public static string FileName(IncidentId incident, string extension) => $"{incident}-review.{extension}";
}
