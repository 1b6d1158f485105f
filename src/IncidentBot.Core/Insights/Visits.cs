namespace IncidentBot;

/// <summary>A turn with its end: how long something held.</summary>
/// <param name="Value">What.</param>
/// <param name="From">Since when.</param>
/// <param name="FromEntry">The entry that began it.</param>
/// <param name="To">Until when; null while it lasts.</param>
/// <param name="ToEntry">The entry that ended it; null while it lasts.</param>
public sealed record Visit<T>(T Value, DateTimeOffset From, int FromEntry, DateTimeOffset? To, int? ToEntry);

/// <summary>Turns as visits: each ends where the next begins.</summary>
public static class Visits
{
    /// <summary>The visits that the turns tell of, in order; the last one lasts.</summary>
    public static IReadOnlyList<Visit<T>> Of<T>(IReadOnlyList<Turn<T>> turns) =>
        [.. turns.Select((turn, at) => at + 1 < turns.Count
            ? new Visit<T>(turn.Value, turn.At, turn.Entry, turns[at + 1].At, turns[at + 1].Entry)
            : new Visit<T>(turn.Value, turn.At, turn.Entry, null, null))];
}
