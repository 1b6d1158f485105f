using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>Looks up what a command speaks of.</summary>
internal sealed class EarlierEntries(ITimelineStore store)
{
    /// <summary>The entry that the command speaks of; null when it speaks of none, or there is none with that number that a room may speak of.</summary>
    public async ValueTask<Recorded?> OfAsync(Command command, IncidentId id, CancellationToken cancellation)
    {
        var (stream, number) = command switch
        {
            IAboutEntry about => (id, about.Entry),
            IAboutProposal about => (IncidentId.House, about.Proposal ?? 0),
            _ => (id, 0),
        };
        if (number < 1) return null;
        var found = await store.ReadStreamAsync(stream.Number, number - 1, 1, cancellation);
        // What is for admins alone is nothing that a room can speak of.
        return found.Count == 1 && found[0].Number == number && StoredEvents.Read(found[0]) is { Event.IsForAdmins: false } entry ? entry : null;
    }

    /// <summary>The other entries that repeat what the command speaks of, in order; none for a command that does not ask.</summary>
    public async ValueTask<IReadOnlyList<Recorded>> RepeatsAsync(Command command, Recorded? entry, CancellationToken cancellation)
    {
        if (command is not IAboutRepeats || entry is null) return [];
        var words = Redacting.WordsOf(entry);
        var repeats = new List<Recorded>();
        IReadOnlyList<TimelineEntry> page = [];
        do
        {
            page = await store.ReadStreamAsync(entry.Incident.Number, page.Count == 0 ? 0 : page[^1].Number, ITimelineStore.LargestPage, cancellation);
            repeats.AddRange(page.Select(StoredEvents.Read).Where(other => Redacting.Takes(entry, words, other)));
        }
        while (page.Count == ITimelineStore.LargestPage);
        return repeats;
    }
}
