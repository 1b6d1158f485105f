namespace IncidentBot;

/// <summary>Says one's own message anew. The earlier words stay on the timeline as its earlier version.</summary>
public sealed record EditMessage(int Entry, string Text) : Command, IAboutEntry
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        MessageRules.OwnMessage(Entry, incident, at, "edit")
        ?? TextRules.Check(Text, "message", Limits.Text)
        ?? Decision.Accept(new MessageEdited(Entry, Text));
}

/// <summary>A message has new words.</summary>
/// <param name="Entry">The message.</param>
/// <param name="Text">Its new words.</param>
/// <param name="Version">The identity of these words on the message's chat platform; null when the entry is their only home.</param>
public sealed record MessageEdited(int Entry, string Text, string? Version = null) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"edited message {Entry}: {Text}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Text = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry)
    {
        if (Version is not null && incident.KnownMessages.ContainsKey(Version)) return incident;
        var after = incident with { EditedMessages = incident.EditedMessages.SetItem(Entry, entry.Number) };
        return Version is null ? after : after with { KnownMessages = incident.KnownMessages.Add(Version, entry.Number) };
    }
}

/// <summary>Takes one's own message from the room. Its words stay on the timeline.</summary>
public sealed record DeleteMessage(int Entry) : Command, IAboutEntry
{
    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        MessageRules.OwnMessage(Entry, incident, at, "delete") ?? Decision.Accept(new MessageDeleted(Entry));
}

/// <summary>A message is no longer shown in the room.</summary>
public sealed record MessageDeleted(int Entry) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"deleted message {Entry} from the room";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { DeletedMessages = incident.DeletedMessages.Add(Entry) };
}

internal static class MessageRules
{
    public static Decision? OwnMessage(int entry, Incident incident, Circumstances at, string deed) => at.Entry switch
    {
        null => Decision.Refuse($"There is no entry {entry} in this room."),
        { Event: not MessagePosted } => Decision.Refuse($"Entry {entry} is not a message; only messages can be edited or deleted."),
        { By: var author } when !at.By.Is(author) => Decision.Refuse($"Message {entry} is {author.Name}'s; you can {deed} your own messages."),
        _ when incident.DeletedMessages.Contains(entry) => Decision.Refuse($"Message {entry} was deleted."),
        _ => null,
    };
}
