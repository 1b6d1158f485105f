using IncidentBot.Ports;

namespace IncidentBot.Web.WarRoom;

/// <summary>A stretch of a room.</summary>
/// <param name="Items">What it shows, in order.</param>
/// <param name="First">The first entry that was looked at: what is earlier lies below it.</param>
public sealed record RoomStretch(IReadOnlyList<RoomItem> Items, int First);

/// <summary>Reads a room from its timeline, as a viewer may see it.</summary>
internal sealed class RoomItems(ITimelineStore store, IncidentDesk desk, PolicyBook policies)
{
    private const int Wanted = 100;
    private const int Step = 150;
    private const int MostSteps = 20;

    /// <summary>The entry that an event answers; null outside threads.</summary>
    public static int? ReplyTo(IncidentEvent happened) => happened switch
    {
        MessagePosted message => message.ReplyTo,
        FileShared file => file.ReplyTo,
        _ => null,
    };

    /// <summary>The last hundred or so before an entry.</summary>
    public async ValueTask<RoomStretch> BeforeAsync(Incident room, int before, Person viewer, CancellationToken cancellation)
    {
        var items = new List<RoomItem>();
        var first = before;
        for (var step = 0; step < MostSteps && first > 1 && items.Count < Wanted; step++)
        {
            var after = Math.Max(0, first - 1 - Step);
            var page = await store.ReadStreamAsync(room.Id.Number, after, first - 1 - after, cancellation);
            var found = new List<RoomItem>();
            foreach (var entry in page)
                if (await ItemAsync(StoredEvents.Read(entry), room, viewer, cancellation) is { ReplyTo: null } item) found.Add(item);
            items.InsertRange(0, found);
            first = after + 1;
        }
        return new RoomStretch(items, first);
    }

    /// <summary>A thread: its root and the answers; null when there is no such root.</summary>
    public async ValueTask<(RoomItem Root, IReadOnlyList<RoomItem> Answers)?> ThreadAsync(Incident room, int root, Person viewer, CancellationToken cancellation)
    {
        if (await AtAsync(room, root, viewer, cancellation) is not { } first) return null;
        var answers = new List<RoomItem>();
        foreach (var number in room.Threads.GetValueOrDefault(root, []))
            if (await AtAsync(room, number, viewer, cancellation) is { } answer) answers.Add(answer);
        return (first, answers);
    }

    /// <summary>One entry by its number; null when the room shows nothing of it.</summary>
    public async ValueTask<RoomItem?> AtAsync(Incident room, int number, Person viewer, CancellationToken cancellation) =>
        await EntryAsync(room.Id, number, cancellation) is { } entry ? await ItemAsync(entry, room, viewer, cancellation) : null;

    /// <summary>One entry of a timeline; null when there is none with that number.</summary>
    public async ValueTask<Recorded?> EntryAsync(IncidentId id, int number, CancellationToken cancellation)
    {
        if (number < 1) return null;
        var found = await store.ReadStreamAsync(id.Number, number - 1, 1, cancellation);
        return found.Count == 1 && found[0].Number == number ? StoredEvents.Read(found[0]) : null;
    }

    /// <summary>The entry as the room shows it; null when it shows nothing of it, or not to this viewer.</summary>
    public async ValueTask<RoomItem?> ItemAsync(Recorded entry, Incident room, Person viewer, CancellationToken cancellation) => entry.Event switch
    {
        _ when !await desk.MayReadAsync(viewer, entry, cancellation) => null,
        MessagePosted message => new RoomItem(entry, room, await WordsAsync(message, entry, room, cancellation), null),
        FileShared => new RoomItem(entry, room, null, null),
        _ when !Visibility.MayRead(viewer, entry) => null,
        // The mark itself appears on what is marked.
        EntryHighlighted => null,
        // So does what becomes of a proposed alert.
        AlertCleared when room.Id.IsHouse => null,
        AlertProposed proposed => new RoomItem(entry, room, null, await ProposedAsync(entry, proposed, room, viewer, cancellation)),
        IncidentAnnounced announced => await desk.GlimpseAsync(announced.Incident, viewer, cancellation) is { } incident
            ? new RoomItem(entry, room, null, IncidentCard.Small(incident)) { Announced = incident }
            : null,
        _ => RoomDrawing.Of(entry, policies.Current) is { } said ? new RoomItem(entry, room, null, said) : null,
    };

    private async ValueTask<Message> ProposedAsync(Recorded entry, AlertProposed proposed, Incident house, Person viewer, CancellationToken cancellation)
    {
        IncidentId? takenUpBy = null;
        foreach (var id in house.Proposals.TryGetValue(proposed.Alert.Fingerprint, out var known) && known.Entry == entry.Number ? known.TakenUpBy : [])
            if (await desk.GlimpseAsync(id, viewer, cancellation) is not null) takenUpBy = id;
        var open = (await desk.HouseAsync(cancellation)).Open.Where(incident => Visibility.MaySee(viewer, incident));
        return AlertCard.Proposed(entry, house, takenUpBy, [.. open], policies.Current);
    }

    private async ValueTask<string> WordsAsync(MessagePosted message, Recorded entry, Incident room, CancellationToken cancellation) =>
        room.EditedMessages.TryGetValue(entry.Number, out var newest) && await EntryAsync(room.Id, newest, cancellation) is { Event: MessageEdited edit }
            ? edit.Text
            : message.Text;
}
