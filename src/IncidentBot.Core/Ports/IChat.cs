namespace IncidentBot.Ports;

/// <summary>A place where people talk about incidents: the war room, Slack, Teams.</summary>
public interface IChat
{
    /// <summary>Its name, as promises and timelines call it.</summary>
    string Name { get; }

    /// <summary>Opens the incident's room, or finds the one that is open and still fits the incident.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="key">The same for every try of one promise, so that one room is opened where the platform can tell.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    ValueTask<OpenedRoom> OpenRoomAsync(Incident incident, string key, CancellationToken cancellation);

    /// <summary>Announces the incident where everybody reads.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="key">The same for every try of one announcement, so that it is made once where the platform can tell.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    ValueTask AnnounceAsync(Incident incident, string key, CancellationToken cancellation);
}

/// <summary>A room as it was opened.</summary>
/// <param name="Room">Its address.</param>
/// <param name="Name">What people call it; null when the address says it.</param>
public sealed record OpenedRoom(string Room, string? Name = null);
