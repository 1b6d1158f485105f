namespace IncidentBot;

/// <summary>Promises a chat's room the word about the very entry that makes this promise: what was said elsewhere, or what the bot says of it.</summary>
public sealed record TellRoom(string Chat) : Effect
{
    /// <inheritdoc/>
    public override string Destination => Chat;

    /// <inheritdoc/>
    public override string Purpose => $"tell the room in {Chat}";
}

/// <summary>A chat's room was told of an entry; the entry is known there by an identity of its own from now on.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Entry">The entry that was told.</param>
/// <param name="Identity">The identity of the message that tells it (<c>slack:T1/C1/1700.01</c>).</param>
public sealed record EntryTold(string Chat, int Entry, string Identity) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"told the room in {Chat} of entry {Entry}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) =>
        incident with { KnownMessages = incident.KnownMessages.SetItem(Identity, Entry) };
}
