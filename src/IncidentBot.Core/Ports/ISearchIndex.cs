namespace IncidentBot.Ports;

/// <summary>Finds entries by the words that people wrote. It is made from the feed and can be made anew at any time, so it is never the truth.</summary>
public interface ISearchIndex
{
    /// <summary>How far it has taken in the feed, as a global position.</summary>
    long Position { get; }

    /// <summary>Waits for a moment until it shows everything up to a position; false when that would take long.</summary>
    ValueTask<bool> CaughtUpAsync(long until, CancellationToken cancellation = default);

    /// <summary>
    /// Entries that hold what is looked for, on incidents that the viewer may see, the most worth first and the newest first among equals.
    /// A message is found by its newest words, at the entry that holds them; a deleted one is not found.
    /// </summary>
    /// <param name="query">What is looked for; without <see cref="SearchQuery.Fault"/>.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="before">Only what comes behind this place; null from the first.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellation">Ends the looking.</param>
    ValueTask<IReadOnlyList<SearchFind>> FindAsync(SearchQuery query, Person viewer, SearchPlace? before, int take, CancellationToken cancellation = default);
}

/// <summary>An entry that was found.</summary>
/// <param name="Incident">Whose timeline it is on.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Place">Its place among all that can be found.</param>
public sealed record SearchFind(IncidentId Incident, int Number, SearchPlace Place);

/// <summary>A place in the order of finds: a higher one comes first. It stays the same however much is recorded meanwhile.</summary>
public readonly record struct SearchPlace(long Value)
{
    private const int PositionBits = 48;

    /// <summary>The place of an entry: what is worth more is higher, and what was recorded later.</summary>
    public static SearchPlace Of(SearchRank rank, long position) => new(((long)rank << PositionBits) + position);
}
