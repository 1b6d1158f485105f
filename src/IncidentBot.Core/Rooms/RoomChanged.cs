namespace IncidentBot;

/// <summary>What became of a room on a chat.</summary>
public enum RoomFate
{
    /// <summary>It has another name.</summary>
    Renamed,

    /// <summary>Nobody can write in it any more.</summary>
    Archived,

    /// <summary>It was brought back from the archive.</summary>
    Unarchived,

    /// <summary>The bot was taken out of it, and hears nothing of it any more.</summary>
    BotRemoved,

    /// <summary>The bot was let in again.</summary>
    BotReturned,

    /// <summary>It is gone.</summary>
    Gone,
}

/// <summary>Something became of an incident's room on a chat, by whoever did it there.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Room">The room's address there.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Name">Its name; null when it is not known.</param>
public sealed record RoomChanged(string Chat, string Room, RoomFate Fate, string? Name = null) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => Fate switch
    {
        RoomFate.Renamed => $"renamed the room in {Chat} to {Name}",
        RoomFate.Archived => $"archived the room in {Chat}: the incident goes on in the war room",
        RoomFate.Unarchived => $"brought the room in {Chat} back from the archive",
        RoomFate.BotRemoved => $"took IncidentBot out of the room in {Chat}: what is said there is not recorded until it is invited again",
        RoomFate.BotReturned => $"let IncidentBot into the room in {Chat} again",
        _ => $"lost the room in {Chat}: the incident goes on in the war room",
    };

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident.Rooms.GetValueOrDefault(Chat) != Room ? incident : incident with
    {
        RoomFates = Fate switch
        {
            RoomFate.Archived or RoomFate.BotRemoved or RoomFate.Gone => incident.RoomFates.SetItem(Chat, Fate),
            RoomFate.Unarchived or RoomFate.BotReturned => incident.RoomFates.Remove(Chat),
            _ => incident.RoomFates,
        },
        RoomNames = Name is null ? incident.RoomNames : incident.RoomNames.SetItem(Chat, Name),
    };
}
