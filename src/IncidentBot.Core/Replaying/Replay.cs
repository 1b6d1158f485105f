namespace IncidentBot;

/// <summary>What a replay tells about a moment.</summary>
public abstract record Replay
{
    private Replay() { }

    /// <summary>The incident as it was known then: all that was recorded by that moment, and nothing that came later.</summary>
    /// <param name="At">The moment, by the time of recording.</param>
    /// <param name="Incident">As it stood.</param>
    /// <param name="Last">The entry that was the last one then.</param>
    /// <param name="Head">The number of the last entry that there is now.</param>
    public sealed record Known(DateTimeOffset At, Incident Incident, Recorded Last, int Head) : Replay
    {
        /// <summary>The sentence that keeps it apart from how things stand now.</summary>
        public string Mark => $"As known on {Words.Second(At)} (entry {Last.Number} of {Head})";
    }

    /// <summary>There is nothing to tell: why.</summary>
    public sealed record Nothing(string Because) : Replay;
}
