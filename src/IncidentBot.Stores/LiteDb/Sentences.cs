using IncidentBot.Stores.Disks;

namespace IncidentBot.Stores.LiteDb;

/// <summary>What an operator reads when the timeline cannot be relied upon: what happened, and what to do.</summary>
internal static class Sentences
{
    internal static string Damaged(string place, string what)
        => $"The timeline in {place} is damaged: {what}. Restore the data directory from the last backup, then run `incidentbot verify`.";

    internal static string Full(string place)
        => $"The disk that holds {place} is full, so the timeline stopped writing. What was acknowledged is safe. Make room and start IncidentBot again.";

    internal static string Fenced(string place, Exception fault) => DiskFaults.IsFull(fault)
        ? Full(place)
        : $"The timeline in {place} stopped, because it can no longer rely on what it reads and writes: {Cause(fault)}. " +
          "Start IncidentBot again; if it stops again, restore the data directory from the last backup. Either way run `incidentbot verify`.";

    private static string Cause(Exception fault) => (fault.GetBaseException().Message is { Length: > 0 } said ? said : fault.GetType().Name).TrimEnd('.');
}
