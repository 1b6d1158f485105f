using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>An entry that was found, as it is shown.</summary>
/// <param name="Incident">The incident as it stands.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Excerpt">Its words around what was looked for.</param>
/// <param name="Place">Its place among all that can be found.</param>
public sealed record SearchHit(IncidentSummary Incident, Recorded Entry, Excerpt Excerpt, SearchPlace Place);

/// <summary>A page of what was found.</summary>
/// <param name="Hits">The most worth first, the newest first among equals.</param>
/// <param name="Next">Where the next page goes on; null when this is the last.</param>
/// <param name="Built">How much of the timeline the index holds, in percent, while it is still being built; null when it holds all.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, SearchPlace? Next, int? Built)
{
    /// <summary>The sentence about an index that is still being built; null when it is not.</summary>
    public string? Unfinished => Built is { } percent ? $"The search index is still being built ({percent} %): more may be found in a moment." : null;
}

/// <summary>Finds what people wrote, in what the asker may see: the index tells where, the timeline tells what.</summary>
public sealed class IncidentSearch(ISearchIndex index, ITimelineStore store, IncidentCatalog catalog)
{
    /// <summary>Finds; every hit is looked at once more as its incident and its entry stand now.</summary>
    /// <param name="query">What is looked for; without <see cref="SearchQuery.Fault"/>.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="before">Where the page before this one ended; null for the first.</param>
    /// <param name="take">How many hits at most.</param>
    /// <param name="cancellation">Ends the looking.</param>
    public async ValueTask<SearchAnswer> FindAsync(SearchQuery query, Person viewer, SearchPlace? before, int take, CancellationToken cancellation)
    {
        viewer = await catalog.RecogniseAsync(viewer, cancellation);
        var head = store.Health.DurablePosition;
        var isWhole = await index.CaughtUpAsync(head, cancellation);
        var hits = new List<SearchHit>();
        var seen = new Dictionary<IncidentId, IncidentSummary?>();
        for (var wanted = take + 1; wanted > 0; wanted = take + 1 - hits.Count)
        {
            var finds = await index.FindAsync(query, viewer, before, wanted, cancellation);
            foreach (var find in finds)
            {
                if (!seen.TryGetValue(find.Incident, out var incident))
                    seen[find.Incident] = incident = await catalog.FindAsync(find.Incident, viewer, cancellation);
                if (incident is not null && await ShowAsync(find, incident, query, cancellation) is { } hit) hits.Add(hit);
            }
            if (finds.Count < wanted) break;
            before = finds[^1].Place;
        }
        var page = hits.Take(take).ToList();
        return new SearchAnswer(page, hits.Count > take ? page[^1].Place : null, isWhole ? null : (int)Math.Min(99, index.Position * 100 / head));
    }

    private async ValueTask<SearchHit?> ShowAsync(SearchFind find, IncidentSummary incident, SearchQuery query, CancellationToken cancellation)
    {
        var found = await store.ReadStreamAsync(find.Incident.Number, find.Number - 1, 1, cancellation);
        if (found.Count == 0 || found[0].Number != find.Number) return null;
        var entry = StoredEvents.Read(found[0]);
        return SearchableText.Of(entry) is { } text ? new SearchHit(incident, entry, Excerpt.Of(text.Text, query.Terms), find.Place) : null;
    }
}
