using System.Text.Json.Serialization;

namespace IncidentBot;

/// <summary>Somebody said something in a room. A fact: nobody decides about it.</summary>
/// <param name="Text">What was said.</param>
/// <param name="ReplyTo">The entry of the message that it answers; null outside threads.</param>
/// <param name="Identity">The message's identity on its chat platform (<c>slack:T1/C1/1700.01</c>); null when the entry is its only home.</param>
/// <param name="FromBot">True when another program said it: it takes no part.</param>
/// <param name="CaughtUp">True when it was read back afterwards, because the bot was away when it was said.</param>
public sealed record MessagePosted(
    string Text, int? ReplyTo = null, string? Identity = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool FromBot = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool CaughtUp = false) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"said: {Text}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Text = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry)
    {
        if (Identity is not null && incident.KnownMessages.ContainsKey(Identity)) return incident;
        var after = (FromBot ? incident : incident.WithSpeaker(entry.By, Identity)).WithAnswer(ReplyTo, entry.Number) with { Messages = incident.Messages + 1 };
        return Identity is null ? after : after with { KnownMessages = incident.KnownMessages.Add(Identity, entry.Number) };
    }
}
