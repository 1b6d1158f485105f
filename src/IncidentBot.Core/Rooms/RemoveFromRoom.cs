namespace IncidentBot;

/// <summary>Promises that a person leaves the incident's room on a chat, because they may see the incident no longer.</summary>
public sealed record RemoveFromRoom(string Chat, Person Who) : Effect
{
    /// <inheritdoc/>
    public override string Destination => Chat;

    /// <inheritdoc/>
    public override string Purpose => $"take {Who.Name} out of the room in {Chat}";
}
