using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Hearing.Events;

/// <summary>Knows what an entry says, in its newest words.</summary>
internal sealed class EntryWords(ITimelineStore store, Shelf shelf)
{
    /// <summary>The words; empty when there is no such entry.</summary>
    public async ValueTask<string> OfAsync(IncidentId id, int entry, CancellationToken cancellation)
    {
        var newest = (await shelf.GetAsync(id, cancellation)).EditedMessages.GetValueOrDefault(entry, entry);
        var found = await store.ReadStreamAsync(id.Number, newest - 1, 1, cancellation);
        return found.Count == 0 ? "" : StoredEvents.Read(found[0]) switch
        {
            { Event: MessagePosted message } => message.Text,
            { Event: MessageEdited edited } => edited.Text,
            { Event: NoteAdded note } => note.Text,
            { Event: FileShared file } => file.Name,
            var other => other.Sentence,
        };
    }
}
