namespace IncidentBot.Ports;

/// <summary>A row of a read model: rebuildable from the feed at any time, so it is never the truth.</summary>
/// <param name="Table">The read model: <c>incidents</c>, <c>deadlines</c>, <c>promises</c>.</param>
/// <param name="Id">Unique in its table.</param>
/// <param name="Rank">What the table is read by; many rows may share one.</param>
/// <param name="Json">UTF-8 JSON.</param>
public sealed record ProjectionRow(string Table, long Id, long Rank, ReadOnlyMemory<byte> Json);

/// <summary>Rows of one table whose rank lies in a range, by (rank, id).</summary>
/// <param name="Table">The read model.</param>
/// <param name="FromRank">Inclusive.</param>
/// <param name="ToRank">Inclusive.</param>
/// <param name="Take">1 to 500.</param>
/// <param name="Descending">From the highest (rank, id) downwards.</param>
/// <param name="After">Goes on behind this (rank, id) in the direction of reading; null starts at the end of the range.</param>
public sealed record RowQuery(string Table, long FromRank, long ToRank, int Take, bool Descending = false, (long Rank, long Id)? After = null);

/// <summary>What a subscriber learned from a stretch of the feed.</summary>
/// <param name="Subscriber">Its name.</param>
/// <param name="Position">The last position that it has taken in; never lower than what it saved before.</param>
/// <param name="Upserts">Rows to write, each replacing the one with its table and id.</param>
/// <param name="Deletes">Rows to remove; absent ones are no fault.</param>
public sealed record ProjectionChanges(
    string Subscriber, long Position, IReadOnlyList<ProjectionRow> Upserts, IReadOnlyList<(string Table, long Id)> Deletes);
