namespace IncidentBot;

/// <summary>A stretch of the feed as a search index takes it in.</summary>
/// <param name="Entries">What could be read of it, in the order of recording.</param>
/// <param name="Incidents">The incidents that they are on, as they stand after it or later.</param>
/// <param name="Untold">Incidents of which nobody can tell how they stand: nothing of them is to be found.</param>
/// <param name="End">Where it ends.</param>
public sealed record SearchStretch(IReadOnlyList<Recorded> Entries, IReadOnlyCollection<IncidentSummary> Incidents, IReadOnlyCollection<IncidentId> Untold, SearchMark End)
{
    /// <summary>Entries that the stretch says were redacted, wherever they stand: their words are to go.</summary>
    public IReadOnlyList<RedactedWords> Redacted { get; init; } = [];
}

/// <summary>An entry whose words are to go.</summary>
/// <param name="Position">Its global position.</param>
/// <param name="Remains">What is left of it, which may still hold words; null when that cannot be read.</param>
public sealed record RedactedWords(long Position, Recorded? Remains);

/// <summary>How far a search index has come: a global position, and the hash of the entry there, which tells one timeline from another.</summary>
/// <param name="Position">The position; 0 at the beginning.</param>
/// <param name="Hash">The entry's hash, lower-case hex; empty at the beginning.</param>
public sealed record SearchMark(long Position, string Hash)
{
    /// <summary>Nothing has been taken in.</summary>
    public static readonly SearchMark Beginning = new(0, "");
}
