namespace IncidentBot.Web.WarRoom;

/// <summary>An entry as the room shows it now: with its newest words, its mark and its answers.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Room">The incident, or the house, as it stands.</param>
/// <param name="Words">The newest words of a message; null for everything else.</param>
/// <param name="Bot">What the bot says about it; null for messages and files.</param>
public sealed record RoomItem(Recorded Entry, Incident Room, string? Words, Message? Bot)
{
    /// <summary>An announced incident as it stands; null when the entry announces none.</summary>
    public Incident? Announced { get; init; }

    /// <summary>True when it was taken from the room.</summary>
    public bool Deleted => Room.DeletedMessages.Contains(Entry.Number);

    /// <summary>True when its words were changed.</summary>
    public bool Edited => Room.EditedMessages.ContainsKey(Entry.Number);

    /// <summary>True when it is marked as a key event.</summary>
    public bool Pinned => Room.Highlights.Contains(Entry.Number);

    /// <summary>How many answers it has that were not taken away again.</summary>
    public int Answers => Room.Threads.TryGetValue(Entry.Number, out var answers) ? answers.Count(answer => !Room.DeletedMessages.Contains(answer)) : 0;

    /// <summary>The entry that it answers; null when it stands in the room itself.</summary>
    public int? ReplyTo => RoomItems.ReplyTo(Entry.Event);
}
