using System.Text.Json;
using IncidentBot.Host.Workers.Reading;
using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Searching;

/// <summary>Tells how incidents stand along the feed, folding as it goes, so that building the index anew reads the timeline once.</summary>
internal sealed class SearchFold(ITimelineStore store, Shelf shelf, ILogger logger)
{
    private readonly Dictionary<IncidentId, Incident> open = [];

    /// <summary>The page with the incidents that it touches.</summary>
    public async ValueTask<SearchStretch> StretchAsync(FeedPage page, CancellationToken cancellation)
    {
        var (told, untold) = (new List<IncidentSummary>(), new List<IncidentId>());
        foreach (var entries in page.Entries.Where(entry => !entry.Incident.IsHouse).GroupBy(entry => entry.Incident))
        {
            if (await AfterAsync(entries.Key, entries, cancellation) is not { } incident) untold.Add(entries.Key);
            else told.Add(IncidentSummary.Of(incident));
        }
        return new SearchStretch(page.Entries, told, untold, new SearchMark(page.Position, Convert.ToHexStringLower(page.Hash.Span)))
        {
            Redacted = await RedactedAsync(page, cancellation),
        };
    }

    private async ValueTask<IReadOnlyList<RedactedWords>> RedactedAsync(FeedPage page, CancellationToken cancellation)
    {
        var words = new List<RedactedWords>();
        foreach (var redaction in page.Entries)
        {
            if (redaction.Event is not EntryRedacted redacted) continue;
            foreach (var named in redacted.Entries)
                foreach (var entry in await store.ReadStreamAsync(redaction.Incident.Number, named.Entry - 1, 1, cancellation))
                    words.Add(new RedactedWords(entry.Position, Remains(entry)));
        }
        return words;
    }

    // What is left of an entry may be no event any more: then it has no words either.
    private Recorded? Remains(TimelineEntry entry)
    {
        try
        {
            return StoredEvents.Read(entry);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            Log.Unreadable(logger, fault, new IncidentId(entry.Stream), entry.Number);
            return null;
        }
    }

    // An incident that cannot be folded must not keep the others from being found; of itself nothing is, as nobody knows who may see it.
    private async ValueTask<Incident?> AfterAsync(IncidentId id, IEnumerable<Recorded> entries, CancellationToken cancellation)
    {
        try
        {
            var incident = open.GetValueOrDefault(id) ?? Incident.None(id);
            foreach (var entry in entries)
                incident = (entry.Number > incident.Number + 1 || entry.Event is EntryRedacted ? await shelf.GetAsync(id, cancellation) : incident).After(entry);
            if (incident.Stage.IsOpen()) open[id] = incident;
            else open.Remove(id);
            return incident;
        }
        catch (Exception fault) when (fault is not (StoreFencedException or OperationCanceledException))
        {
            Log.NotSearchable(logger, fault, id);
            open.Remove(id);
            return null;
        }
    }
}
