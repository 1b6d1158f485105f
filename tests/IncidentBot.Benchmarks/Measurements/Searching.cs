using System.Diagnostics;
using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;
using IncidentBot.Benchmarks.Seeds;
using IncidentBot.Benchmarks.Yardsticks;
using IncidentBot.Ports;
using IncidentBot.Stores.Search;
using IncidentBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Benchmarks.Measurements;

/// <summary>What a search waits for among all that was ever written, from the words to the hits with their excerpts.</summary>
internal sealed class Searching : IMeasurement
{
    private const int PageSize = 20;

    // Nothing of it is in any text, so that the scan reads all of them.
    private const string Nowhere = "zebra";

    public string Name => "search";

    public string About => "searches in a large store: frequent and rare words, phrases, filters";

    public async Task MeasureAsync(Lab lab)
    {
        await using var store = await Lab.OpenAsync(await lab.SeededAsync(lab.Amount.Large));
        using var index = new SqliteSearchIndex(lab.NewDirectory("search"), TimeProvider.System, NullLogger<SqliteSearchIndex>.Instance);
        var built = Stopwatch.StartNew();
        await BuildAsync(store, index, lab.Stopped);
        lab.Table.Add(new Row($"Building the search index of {Figures.Count(lab.Amount.Large)} entries", $"{built.Elapsed.TotalSeconds:0} s ({Figures.Megabytes(new FileInfo(index.Place).Length)} on the disk)"));

        var search = new IncidentSearch(index, store, new IncidentCatalog(store, new Shelf(store), new PolicyBook(DefaultPolicy.Create())));
        var texts = new PlainTexts(lab.Amount.Large);
        foreach (var (what, query) in Asked(lab.Amount.Large)) await MeasureAsync(lab, what, query, search, texts);
    }

    private static IEnumerable<(string What, SearchQuery Query)> Asked(int entries) =>
    [
        ("a frequent word", new SearchQuery("\"checkout\"")),
        ("the beginning of a frequent word", new SearchQuery("checko")),
        ("a word that is there once", new SearchQuery($"\"{Chat.Text(entries / 2)[^27..^16]}\"")),
        ("a phrase and a word", new SearchQuery("\"rolling back\" database")),
        ("a frequent word by somebody who wrote nothing", new SearchQuery("checkout") { Person = Cast.Outsider }),
        ("a frequent word in one incident", new SearchQuery("checkout") { In = new IncidentId(2) }),
        ("a frequent word at a severity that no incident has", new SearchQuery("checkout") { Severity = new Severity(5) }),
    ];

    private static async Task MeasureAsync(Lab lab, string what, SearchQuery query, IncidentSearch search, PlainTexts texts)
    {
        var rounds = await Rounds<double>.TakeTurnsAsync(
            lab.Amount.Rounds, lab.Stopped,
            async () =>
            {
                var watch = Stopwatch.StartNew();
                await search.FindAsync(query, Cast.Ana, null, PageSize, lab.Stopped);
                return watch.Elapsed.TotalSeconds;
            },
            () =>
            {
                var watch = Stopwatch.StartNew();
                texts.Scan(Nowhere, PageSize);
                return Task.FromResult(watch.Elapsed.TotalSeconds);
            });
        var waited = rounds.Median(0, seconds => seconds);
        lab.Table.Add(new Row($"Search at {Figures.Count(lab.Amount.Large)} entries, {what}", Figures.Millis(waited))
        {
            Against = $"reading all texts in memory once: {Figures.Millis(rounds.Median(1, seconds => seconds))}",
            Ratio = rounds.Ratio(0, 1, seconds => seconds),
        }.AtMost(waited, 0.2, "< 200 ms"));
    }

    private static async Task BuildAsync(ITimelineStore store, SqliteSearchIndex index, CancellationToken stopped)
    {
        var folded = new Dictionary<IncidentId, Incident>();
        for (var mark = index.Open(); await store.ReadFeedAsync(mark.Position, ITimelineStore.LargestPage, stopped) is [.., var last] page;)
        {
            IReadOnlyList<Recorded> entries = [.. page.Select(StoredEvents.Read)];
            foreach (var entry in entries) folded[entry.Incident] = folded.GetValueOrDefault(entry.Incident, Incident.None(entry.Incident)).After(entry);
            var touched = entries.Select(entry => entry.Incident).Distinct().Select(id => IncidentSummary.Of(folded[id]));
            mark = index.TakeIn(new SearchStretch(entries, [.. touched], [], new SearchMark(last.Position, Convert.ToHexStringLower(last.Hash.Span))));
        }
        await ListAsync(store, folded.Values);
    }

    // The rows of the list, as the workers keep them.
    private static async Task ListAsync(ITimelineStore store, IEnumerable<Incident> incidents)
    {
        await using var lease = await store.TryAcquireLeaseAsync("workers");
        foreach (var some in incidents.Chunk(ITimelineStore.LargestPage)) await lease!.SaveAsync(new ProjectionChanges("search", 0, [.. some.Select(IncidentCatalog.Row)], []));
    }
}
