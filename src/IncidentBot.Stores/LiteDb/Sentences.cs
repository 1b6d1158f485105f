using IncidentBot.Stores.Disks;

namespace IncidentBot.Stores.LiteDb;

/// <summary>What an operator reads when the timeline cannot be relied upon: what happened, and what to do.</summary>
internal static class Sentences
{
    private const string Restore = "`incidentbot restore <backup> --Store:Path=<an empty directory>`, then `incidentbot verify --Store:Path=<that directory>`";

    internal static string Damaged(string place, string what)
        => $"The timeline in {place} is damaged: {what}. Leave it as it is, and restore the last backup beside it: {Restore}.";

    internal static string Full(string place)
        => $"The disk that holds {place} is full, so the timeline stopped writing. What was acknowledged is safe. Make room and start IncidentBot again.";

    internal static string Fenced(string place, Exception fault) => DiskFaults.IsFull(fault)
        ? Full(place)
        : $"The timeline in {place} stopped, because it can no longer rely on what it reads and writes: {Cause(fault)}. " +
          $"Start IncidentBot again and run `incidentbot verify`. If it stops again, restore the last backup: {Restore}.";

    private static string Cause(Exception fault) => (fault.GetBaseException().Message is { Length: > 0 } said ? said : fault.GetType().Name).TrimEnd('.');
}
