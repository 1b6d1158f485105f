using IncidentBot.Host.Workers.Reading;
using IncidentBot.Ports;
using IncidentBot.Stores.Search;

namespace IncidentBot.Host.Workers.Searching;

/// <summary>Brings the search index what becomes durable, behind everything else: nobody waits for it, and a fault of the index is a fault of nothing else.</summary>
internal sealed class SearchFollower(ITimelineStore store, Shelf shelf, SqliteSearchIndex index, TimeProvider clock, ILogger<SearchFollower> logger) : BackgroundService
{
    private const long TellEvery = 100_000;
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(30);

    private readonly SearchFold fold = new(store, shelf, logger);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(await OpenAsync(stoppingToken), stoppingToken);
            }
            catch (Exception end) when (end is OperationCanceledException && stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreFencedException fenced)
            {
                Log.Fenced(logger, nameof(SearchFollower), fenced.Message);
                return;
            }
            catch (Exception fault)
            {
                Log.Stumbled(logger, fault, nameof(SearchFollower), Breath);
                await Task.Delay(Breath, clock, stoppingToken);
            }
        }
    }

    // Until the index could not answer somebody: then it is opened again.
    private async ValueTask FollowAsync(SearchMark mark, CancellationToken cancellation)
    {
        var doubted = index.Doubted;
        while (!doubted.IsCompleted)
        {
            if (store.Health.DurablePosition <= mark.Position) index.Purge();
            await WaitAsync(mark.Position, doubted, cancellation);
            var page = await FeedPage.ReadAsync(store, mark.Position, logger, cancellation);
            if (page.Position == mark.Position) continue;
            var behind = mark.Position;
            mark = index.TakeIn(await fold.StretchAsync(page, cancellation));
            if (mark.Position / TellEvery > behind / TellEvery) Log.Indexing(logger, mark.Position, store.Health.DurablePosition);
        }
    }

    private async ValueTask WaitAsync(long position, Task doubted, CancellationToken cancellation)
    {
        if (store.Health.DurablePosition > position) return;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var news = store.WaitAsync(position, enough.Token).AsTask();
        var first = await Task.WhenAny(news, doubted);
        await enough.CancelAsync();
        if (first == news) await news;
    }

    // A timeline that was restored or exchanged is told by the hash of the entry where the index ends.
    private async ValueTask<SearchMark> OpenAsync(CancellationToken cancellation)
    {
        var mark = index.Open();
        if (mark.Position == 0) return mark;
        var there = await store.ReadFeedAsync(mark.Position - 1, 1, cancellation);
        return there.Count == 1 && Convert.ToHexStringLower(there[0].Hash.Span) == mark.Hash ? mark : index.Anew("it was made from another timeline.");
    }
}
