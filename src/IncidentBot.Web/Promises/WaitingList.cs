using IncidentBot.Ports;

namespace IncidentBot.Web.Promises;

/// <summary>What waits to be done outside, as one person may see it.</summary>
/// <param name="Places">Who could not be reached, whoever has been away the longest first.</param>
/// <param name="Broken">What could not be done for good, and waits for a person.</param>
public sealed record WaitingList(IReadOnlyList<WaitingPlace> Places, IReadOnlyList<BrokenLine> Broken)
{
    /// <summary>True when there is nothing to tell.</summary>
    public bool IsEmpty => Places.Count == 0 && Broken.Count == 0;
}

/// <summary>Somebody who could not be reached, and what waits for that.</summary>
/// <param name="Name">Who.</param>
/// <param name="Standing">How it stands with them; null when nobody knows.</param>
/// <param name="Promises">What waits, the oldest first; at least one.</param>
public sealed record WaitingPlace(string Name, ChatStanding? Standing, IReadOnlyList<WaitingPromise> Promises)
{
    /// <summary>What has waited the longest.</summary>
    public WaitingPromise Oldest => Promises[0];

    /// <summary>When something is tried next; null when nobody knows.</summary>
    public DateTimeOffset? NextTry => Promises.Min(promise => promise.NextTry);

    /// <summary>Why it waits, in words.</summary>
    public string Because => Promises.Select(promise => promise.Because).LastOrDefault(because => because.Length > 0)
        ?? (Standing is { IsWell: false } standing ? standing.Sentence : "It has not been tried yet.");
}

/// <summary>A promise that waits for a person.</summary>
public sealed record BrokenLine(Incident Incident, BrokenPromise Promise);
