using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Hands;

/// <summary>Takes redacted words from a chat, entry by entry, and tells which ones a person must take away.</summary>
internal sealed class ForgetHand(IEnumerable<IChat> chats, ITimelineStore store) : RoomHand<ForgetCopies, IForgets>(chats)
{
    /// <summary>Words lie also in rooms that were put away, and in those before them.</summary>
    protected override bool IsThere(Incident incident, string chat) => incident.Rooms.ContainsKey(chat);

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(IForgets chat, ForgetCopies effect, Promise promise, CancellationToken cancellation)
    {
        if ((await Entries.AtAsync(store, promise.Id, cancellation)).Event is not EntryRedacted redacted) return [];
        var gone = redacted.Entries.Select(named => named.Entry).ToHashSet();
        // A copy shows the newest words of its message.
        gone.UnionWith(promise.Incident.EditedMessages.Where(edit => gone.Contains(edit.Value)).Select(edit => edit.Key).ToList());
        var outcome = new List<IncidentEvent>();
        foreach (var known in promise.Incident.KnownMessages.Where(known => gone.Contains(known.Value)).GroupBy(known => known.Value, known => known.Key).OrderBy(known => known.Key))
            outcome.AddRange(await chat.ForgetAsync(promise.Incident, known.Key, [.. known.Order(StringComparer.Ordinal)], cancellation));
        return outcome;
    }
}
