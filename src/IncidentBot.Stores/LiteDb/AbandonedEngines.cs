using System.Collections.Concurrent;
using LiteDB.Engine;

namespace IncidentBot.Stores.LiteDb;

/// <summary>
/// Engines that stopped in the middle of something, kept until the process ends. Closing one could wait for ever for a queue
/// that died; collecting one could run the finalizer of a transaction that an error left open, which throws and ends the process.
/// </summary>
internal static class AbandonedEngines
{
    private static readonly ConcurrentBag<LiteEngine> Kept = [];

    internal static void Keep(LiteEngine engine) => Kept.Add(engine);
}
