namespace IncidentBot;

/// <summary>Promises somebody who subscribed the word about the very entry that makes this promise, by direct message.</summary>
public sealed record TellPerson(string Chat, Person Who) : Effect
{
    /// <inheritdoc/>
    public override string Destination => Chat;

    /// <inheritdoc/>
    public override string Purpose => $"tell {Who.Name} in {Chat}";

    /// <inheritdoc/>
    public override bool ReachesBeyondRooms => true;
}
