namespace IncidentBot.Ports;

/// <summary>Knows which promises wait, for those who look.</summary>
public interface IWaiting
{
    /// <summary>The promises of one incident that were not kept at once, the oldest first.</summary>
    IReadOnlyList<WaitingPromise> Of(IncidentId incident);

    /// <summary>All of them, the oldest first.</summary>
    IReadOnlyList<WaitingPromise> All { get; }
}

/// <summary>A promise that waits to be kept.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Destination">Who must be reached.</param>
/// <param name="Purpose">What it is, for people.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="NextTry">When it is tried next; null when that waits for others before it.</param>
/// <param name="Because">Why it was not kept the last time; empty when it was not tried.</param>
public sealed record WaitingPromise(PromiseId Id, string Destination, string Purpose, DateTimeOffset Since, DateTimeOffset? NextTry, string Because)
{
    /// <summary>True when it is a word to a room.</summary>
    public bool IsMessage { get; init; }
}
