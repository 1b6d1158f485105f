namespace IncidentBot.Ports;

/// <summary>A place where people talk about incidents: the war room, Slack, Teams.</summary>
public interface IChat
{
    /// <summary>Its name, as promises and timelines call it.</summary>
    string Name { get; }

    /// <summary>Opens the incident's room, or finds the one that is open and still fits the incident.</summary>
    ValueTask<OpenedRoom> OpenRoomAsync(Incident incident, Attempt attempt, CancellationToken cancellation);

    /// <summary>Announces the incident where everybody reads. What must be remembered of it comes back, to be recorded on the incident.</summary>
    ValueTask<IReadOnlyList<IncidentEvent>> AnnounceAsync(Incident incident, Attempt attempt, CancellationToken cancellation);
}

/// <summary>A try at something that is to be done once.</summary>
/// <param name="Key">The same for every try, so that it is done once where the platform can tell.</param>
/// <param name="PromisedAt">When it was promised: nothing of it is older.</param>
/// <param name="MayBeDone">True when an earlier try ended without an answer: the platform is asked first where it can be asked.</param>
public sealed record Attempt(string Key, DateTimeOffset PromisedAt, bool MayBeDone = false);

/// <summary>A room as it was opened.</summary>
/// <param name="Room">Its address.</param>
/// <param name="Name">What people call it; null when the address says it.</param>
public sealed record OpenedRoom(string Room, string? Name = null)
{
    /// <summary>Who ought to be in it and could not be invited.</summary>
    public IReadOnlyList<RoomInviteFailed> NotInvited { get; init; } = [];
}
