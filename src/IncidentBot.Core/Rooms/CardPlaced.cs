namespace IncidentBot;

/// <summary>A message that is drawn anew whenever the incident moves has its place on a chat: only where it is, is recorded.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Card">Which message: the chat's own word for it (<c>card</c>, <c>announcement</c>).</param>
/// <param name="Identity">Its identity there.</param>
public sealed record CardPlaced(string Chat, string Card, string Identity) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"placed the {Card} in {Chat}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { Cards = incident.Cards.SetItem(CardKey(Chat, Card), Identity) };

    /// <summary>Under which key a fold keeps where a card is.</summary>
    public static string CardKey(string chat, string card) => $"{chat}/{card}";
}
