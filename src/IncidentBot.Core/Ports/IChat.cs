namespace IncidentBot.Ports;

/// <summary>A place where people talk about incidents: the war room, Slack, Teams.</summary>
public interface IChat
{
    /// <summary>Its name, as promises and timelines call it.</summary>
    string Name { get; }

    /// <summary>Opens the incident's room, or finds the one that is open; answers with its address.</summary>
    ValueTask<string> OpenRoomAsync(Incident incident, CancellationToken cancellation);

    /// <summary>Announces the incident where everybody reads.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="key">The same for every try of one announcement, so that it is made once where the platform can tell.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    ValueTask AnnounceAsync(Incident incident, string key, CancellationToken cancellation);
}
