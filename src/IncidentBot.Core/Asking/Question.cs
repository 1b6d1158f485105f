using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>What someone wants to know. Answering it records nothing.</summary>
public abstract record Question
{
    /// <summary>The answer, as the asker may see it.</summary>
    public abstract ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation);
}

/// <summary>Where answers come from.</summary>
/// <param name="Store">The timeline.</param>
/// <param name="Catalog">The list of incidents.</param>
/// <param name="Seals">The seals beside the store.</param>
/// <param name="Search">What people wrote, by its words.</param>
/// <param name="Waiting">What waits to be done outside; null where nothing is done.</param>
public sealed record Sources(ITimelineStore Store, IncidentCatalog Catalog, ISealBook Seals, IncidentSearch Search, IWaiting? Waiting = null)
{
    /// <summary>What waits to be done outside for an incident.</summary>
    public IReadOnlyList<WaitingPromise> WaitingOn(IncidentId incident) => Waiting?.Of(incident) ?? [];

    /// <summary>What was known when.</summary>
    public Replays Replays { get; } = new(Store);
}
