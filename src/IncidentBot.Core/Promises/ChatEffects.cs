namespace IncidentBot;

/// <summary>Promises the incident a room on a chat platform.</summary>
public sealed record OpenRoom(string Chat) : Effect
{
    /// <inheritdoc/>
    public override string Destination => Chat;

    /// <inheritdoc/>
    public override string Purpose => $"open a room in {Chat}";
}

/// <summary>The incident has a room on a chat platform.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Room">The room's address there.</param>
/// <param name="Name">What people call it; null when the address says it.</param>
public sealed record RoomOpened(string Chat, string Room, string? Name = null) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"opened the room {Name ?? Room} in {Chat}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with
    {
        Rooms = incident.Rooms.SetItem(Chat, Room),
        RoomFates = incident.RoomFates.Remove(Chat),
        RoomNames = Name is null ? incident.RoomNames.Remove(Chat) : incident.RoomNames.SetItem(Chat, Name),
    };
}

/// <summary>Promises a word about the incident where everybody of a chat platform reads.</summary>
public sealed record Announce(string Chat) : Effect
{
    /// <inheritdoc/>
    public override string Destination => Chat;

    /// <inheritdoc/>
    public override string Purpose => $"announce the incident in {Chat}";

    /// <inheritdoc/>
    public override bool ReachesBeyondRooms => true;
}

/// <summary>An incident was announced in the general room. Its title is the incident's own to show, to those who may see it.</summary>
public sealed record IncidentAnnounced(IncidentId Incident) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"announced {Incident}";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident;
}
