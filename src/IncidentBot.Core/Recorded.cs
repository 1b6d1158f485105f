namespace IncidentBot;

/// <summary>The envelope: an event with who, when, by which way, and its place in the chain.</summary>
/// <param name="Incident">Whose timeline it is on.</param>
/// <param name="Number">Its number there, from 1.</param>
/// <param name="Position">Its place in the order of everything recorded.</param>
/// <param name="RecordedAt">When it was written down.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="By">Who.</param>
/// <param name="Via">By which way: web, api, cli, slack, teams, clock, worker.</param>
/// <param name="Key">The key of the deed; empty when it had none.</param>
/// <param name="Event">What happened.</param>
/// <param name="Promises">What the outside is owed because of it.</param>
/// <param name="PreviousHash">The hash of the entry before it.</param>
/// <param name="Hash">Its own.</param>
/// <param name="IsRedacted">True when its texts were taken away: the event is what is left of it.</param>
public sealed record Recorded(
    IncidentId Incident, int Number, long Position, DateTimeOffset RecordedAt, DateTimeOffset OccurredAt,
    Person By, string Via, string Key, IncidentEvent Event, IReadOnlyList<Effect> Promises,
    ReadOnlyMemory<byte> PreviousHash, ReadOnlyMemory<byte> Hash, bool IsRedacted = false)
{
    /// <summary>The whole sentence: who did what.</summary>
    public string Sentence => $"{By.Name} {Event.Sentence}";

    /// <summary>True when it happened noticeably before it was written down (a minute or more).</summary>
    public bool IsLate => RecordedAt - OccurredAt >= TimeSpan.FromMinutes(1);
}
