using System.Text.Json;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>
/// Writes a review while a timeline goes by, entry by entry: it asks nothing but the entries and whose identities belong together, and keeps only what the review shows.
/// Entries that turn out to be needed after they went by are named in the end, and are handed in once more.
/// </summary>
public sealed class ReviewWriter
{
    private readonly IntegrityChapter integrity;
    private readonly IReadOnlyList<ReviewChapter> chapters;
    private Incident incident;

    /// <summary>A review of which nothing is written yet.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="identities">Whose identities belong together; null when none do.</param>
    public ReviewWriter(IncidentId id, Identities? identities = null)
    {
        incident = Incident.None(id);
        integrity = new IntegrityChapter(id);
        chapters =
        [
            new HeaderChapter(identities ?? Identities.None), new OverviewChapter(), new ImpactChapter(), new DetectionChapter(), new CourseChapter(),
            new TimelineChapter(), new DecisionsChapter(), new HandoffsChapter(), new OverridesChapter(), new MetricsChapter(), new CommunicationsChapter(),
            new WrittenChapter(ReviewPart.Factors), new WrittenChapter(ReviewPart.Well), new WrittenChapter(ReviewPart.Badly),
            new WrittenChapter(ReviewPart.Lucky), new WrittenChapter(ReviewPart.Lessons),
            new ResolutionChapter(), new FollowUpsChapter(), new GapsChapter(), integrity,
        ];
    }

    /// <summary>The last entry that it has taken.</summary>
    public int Number => incident.Number;

    /// <summary>The entries that the review shows and that must be handed in once more.</summary>
    public IReadOnlyList<int> Wanted => [.. chapters.SelectMany(chapter => chapter.Wanted(incident)).Where(number => number > 0 && number <= Number).Distinct().Order()];

    /// <summary>The review of a timeline as far as it is recorded.</summary>
    public static ValueTask<ReviewDocument> ReadAsync(IncidentId id, ITimelineStore store, CancellationToken cancellation) =>
        ReadAsync(id, int.MaxValue, store, Identities.None, cancellation);

    /// <summary>The review of a timeline up to an entry.</summary>
    /// <param name="id">Whose timeline.</param>
    /// <param name="upTo">The entry.</param>
    /// <param name="store">Where it is.</param>
    /// <param name="identities">Whose identities belong together.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async ValueTask<ReviewDocument> ReadAsync(IncidentId id, int upTo, ITimelineStore store, Identities identities, CancellationToken cancellation)
    {
        var writer = new ReviewWriter(id, identities);
        while (writer.Number < upTo
            && await store.ReadStreamAsync(id.Number, writer.Number, Math.Min(ITimelineStore.LargestPage, upTo - writer.Number), cancellation) is { Count: > 0 } page)
            foreach (var entry in page) writer.Take(entry);
        foreach (var number in writer.Wanted)
            foreach (var entry in await store.ReadStreamAsync(id.Number, number - 1, 1, cancellation)) writer.Recall(entry);
        return writer.Document();
    }

    /// <summary>Takes the next entry.</summary>
    public void Take(TimelineEntry stored)
    {
        integrity.Take(stored);
        var before = incident;
        if (Read(stored) is not { } entry)
        {
            incident = before with { Number = stored.Number };
            return;
        }
        incident = before.After(entry);
        var step = new Step(entry, before, incident);
        foreach (var chapter in chapters) chapter.Take(step);
    }

    /// <summary>Takes one of the wanted entries once more.</summary>
    public void Recall(TimelineEntry stored)
    {
        integrity.Recall(stored);
        if (Read(stored) is { } entry) foreach (var chapter in chapters) chapter.Recall(entry);
    }

    /// <summary>The review.</summary>
    public ReviewDocument Document() => incident.Stages.IsEmpty ? throw new InvalidOperationException($"Nothing is recorded of {incident.Id} that could be reviewed.") : new(
        incident.Id, incident.Title, incident.Peak, incident.Stage, incident.Review ?? ReviewNote.Untouched, incident.IsDrill, incident.IsPrivate, incident.Number,
        [.. chapters.Select(chapter => chapter.Write(incident))]);

    private Recorded? Read(TimelineEntry stored)
    {
        try
        {
            return StoredEvents.Read(stored);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            integrity.CannotRead(stored.Number);
            return null;
        }
    }
}
