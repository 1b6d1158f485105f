using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>Where a review stands.</summary>
public enum ReviewState
{
    /// <summary>It has written itself; people add what only they know.</summary>
    Draft,

    /// <summary>Reviewers read it.</summary>
    InReview,

    /// <summary>It is done and stays as it is, unless it is reopened with a reason.</summary>
    Finished,
}

/// <summary>The parts of a review that only people can write; the rest writes itself from the timeline.</summary>
public enum ReviewPart
{
    /// <summary>What happened, in a few sentences.</summary>
    Summary,

    /// <summary>What contributed to it.</summary>
    Factors,

    /// <summary>What went well.</summary>
    Well,

    /// <summary>What did not go well.</summary>
    Badly,

    /// <summary>Where we were lucky.</summary>
    Lucky,

    /// <summary>What we learned.</summary>
    Lessons,
}

/// <summary>A review as the incident remembers it: numbers, not texts.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="DueAt">When it is due; null when the severity asks for none.</param>
public sealed record ReviewNote(ReviewState State, DateTimeOffset? DueAt)
{
    /// <summary>A review that nothing has happened to and that nobody waits for.</summary>
    public static readonly ReviewNote Untouched = new(ReviewState.Draft, null);

    /// <summary>Who is asked to read it.</summary>
    public ImmutableList<Person> Reviewers { get; init; } = [];

    /// <summary>The entry that changed a part last; parts that nobody has written are absent.</summary>
    public ImmutableDictionary<ReviewPart, int> Versions { get; init; } = ImmutableDictionary<ReviewPart, int>.Empty;

    /// <summary>The parts that have words.</summary>
    public ImmutableSortedSet<ReviewPart> Filled { get; init; } = [];

    /// <summary>The parts that nobody has written yet, or whose words were taken away.</summary>
    public IReadOnlyList<ReviewPart> Empty => [.. Enum.GetValues<ReviewPart>().Where(part => !Filled.Contains(part))];

    /// <summary>The entry that changed a part last; 0 while nobody has written it.</summary>
    public int VersionOf(ReviewPart part) => Versions.GetValueOrDefault(part);

    /// <summary>The review of an incident that goes on: what people wrote stays, and it is a draft again.</summary>
    public ReviewNote BegunAnew() => this with { State = ReviewState.Draft, DueAt = null };
}

/// <summary>Words for the parts of a review.</summary>
public static class ReviewParts
{
    /// <summary>The part's heading: <c>What went well</c>.</summary>
    public static string Title(this ReviewPart part) => part switch
    {
        ReviewPart.Summary => "Summary",
        ReviewPart.Factors => "Contributing factors",
        ReviewPart.Well => "What went well",
        ReviewPart.Badly => "What did not go well",
        ReviewPart.Lucky => "Where we were lucky",
        _ => "Lessons",
    };

    /// <summary>The part's word in lines and addresses: <c>well</c>.</summary>
    public static string Word(this ReviewPart part) => part.ToString().ToLowerInvariant();

    /// <summary>The part that a word names; null when it names none.</summary>
    public static ReviewPart? Find(string word) => word.ToLowerInvariant() switch
    {
        "summary" or "overview" => ReviewPart.Summary,
        "factors" or "factor" or "cause" or "causes" or "contributing" => ReviewPart.Factors,
        "well" or "good" => ReviewPart.Well,
        "badly" or "bad" or "wrong" => ReviewPart.Badly,
        "lucky" or "luck" => ReviewPart.Lucky,
        "lessons" or "lesson" or "learned" => ReviewPart.Lessons,
        _ => null,
    };

    /// <summary>All words, for refusals.</summary>
    public static string AllWords => string.Join(", ", Enum.GetValues<ReviewPart>().Select(Word));
}
