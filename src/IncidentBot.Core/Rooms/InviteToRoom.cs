namespace IncidentBot;

/// <summary>Promises a person a place in the incident's room on a chat.</summary>
public sealed record InviteToRoom(string Chat, Person Who) : Effect
{
    /// <inheritdoc/>
    public override string Destination => Chat;

    /// <inheritdoc/>
    public override string Purpose => $"invite {Who.Name} to the room in {Chat}";
}

/// <summary>A person could not be invited to a room: they must be told, or brought in by hand.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Who">The person.</param>
/// <param name="Because">Why not, as the end of a sentence.</param>
public sealed record RoomInviteFailed(string Chat, Person Who, string Because) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"could not invite {Who.Name} to the room in {Chat}: {Because}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident;
}
