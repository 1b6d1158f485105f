namespace IncidentBot.Stores.LiteDb;

/// <summary>When the log is brought into the data file: after so many pages, or when nobody has asked for anything for so long.</summary>
internal sealed record CheckpointPace(int LongestLog, TimeSpan Idle)
{
    /// <summary>4000 pages are 31 MiB and about 20 ms of pause.</summary>
    internal static readonly CheckpointPace Usual = new(4000, TimeSpan.FromSeconds(1));
}
