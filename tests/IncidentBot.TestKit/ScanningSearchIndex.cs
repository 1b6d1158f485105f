using IncidentBot.Ports;

namespace IncidentBot.TestKit;

/// <summary>Finds by reading the whole timeline every time: slow, plain, and what the real index is judged by.</summary>
public sealed class ScanningSearchIndex(ITimelineStore store) : ISearchIndex
{
    /// <inheritdoc/>
    public long Position => store.Health.DurablePosition;

    /// <inheritdoc/>
    public ValueTask<bool> CaughtUpAsync(long until, CancellationToken cancellation = default) => ValueTask.FromResult(true);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SearchFind>> FindAsync(SearchQuery query, Person viewer, SearchPlace? before, int take, CancellationToken cancellation = default)
    {
        var feed = await ReadAsync(cancellation);
        var visible = feed.GroupBy(entry => entry.Incident).Where(entries => !entries.Key.IsHouse).Select(entries => Incident.From(entries.Key, entries))
            .Where(incident => Visibility.MaySee(viewer, incident) && query.Fits(IncidentSummary.Of(incident))).ToDictionary(incident => incident.Id);
        var finds =
            from entry in feed
            where visible.TryGetValue(entry.Incident, out var incident) && query.Fits(entry) && IsCurrent(entry, incident, feed)
            let text = SearchableText.Of(entry)
            where text is not null && query.Terms.All(term => Holds(text.Text, term))
            select new SearchFind(entry.Incident, entry.Number, SearchPlace.Of(text.Rank, entry.Position));
        return [.. finds.Where(find => before is not { } place || find.Place.Value < place.Value).OrderByDescending(find => find.Place.Value).Take(take)];
    }

    private static bool IsCurrent(Recorded entry, Incident incident, IReadOnlyList<Recorded> feed)
    {
        var part = entry.Event switch { ReviewPartWritten written => written.Part, ReviewPartAdded added => added.Part, _ => (ReviewPart?)null };
        if (part is not null)
            return !feed.Any(later => later.Incident == entry.Incident && later.Number > entry.Number && later.Event is ReviewPartWritten anew && anew.Part == part);
        var message = entry.Event is MessageEdited edited ? edited.Entry : entry.Number;
        return !incident.DeletedMessages.Contains(message) && incident.EditedMessages.GetValueOrDefault(message, entry.Number) == entry.Number;
    }

    private static bool Holds(string text, SearchTerm term) =>
        $" {SearchTokens.Folded(text)} ".Contains($" {string.Join(' ', term.Words)}{(term.Begins ? "" : " ")}", StringComparison.Ordinal);

    private async ValueTask<IReadOnlyList<Recorded>> ReadAsync(CancellationToken cancellation)
    {
        var feed = new List<Recorded>();
        while (await store.ReadFeedAsync(feed.Count, ITimelineStore.LargestPage, cancellation) is { Count: > 0 } page) feed.AddRange(page.Select(StoredEvents.Read));
        return feed;
    }
}
