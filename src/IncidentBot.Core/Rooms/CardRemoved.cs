namespace IncidentBot;

/// <summary>A message that was drawn anew whenever the incident moved is no longer on a chat.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Card">Which message, as <see cref="CardPlaced"/> has it.</param>
public sealed record CardRemoved(string Chat, string Card) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"removed the {Card} from {Chat}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { Cards = incident.Cards.Remove(CardPlaced.CardKey(Chat, Card)) };
}
