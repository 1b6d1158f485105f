using IncidentBot.Host.Workers.Reading;
using IncidentBot.Ports;

namespace IncidentBot.Host.Workers;

/// <summary>
/// Follows everything that becomes durable. On every node it tells those who listen; on the one that holds the lease it also
/// keeps the read models. Before the host is ready it has caught up and put all open incidents on the shelf.
/// </summary>
internal sealed class FeedFollower(
    ITimelineStore store, Shelf shelf, LiveFeed live, Keeper keeper, FeedProgress progress, TimeProvider clock, ILogger<FeedFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private long told;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Catches up with what is there.</summary>
    internal async ValueTask BeginAsync(CancellationToken cancellation)
    {
        told = store.Health.DurablePosition;
        await keeper.BeginAsync(told, cancellation);
        progress.Ready();
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await keeper.EndAsync();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WaitAsync(stoppingToken);
                await FollowAsync(stoppingToken);
            }
            catch (Exception end) when (end is OperationCanceledException && stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreFencedException fenced)
            {
                Log.Fenced(logger, nameof(FeedFollower), fenced.Message);
                return;
            }
            catch (Exception fault)
            {
                Log.Stumbled(logger, fault, nameof(FeedFollower), Breath);
                await Task.Delay(Breath, clock, stoppingToken);
            }
        }
    }

    /// <summary>Takes in what is there, one page; tells it before the rows are written, so that rooms are quick.</summary>
    internal async ValueTask FollowAsync(CancellationToken cancellation)
    {
        var page = await FeedPage.ReadAsync(store, told, logger, cancellation);
        if (page.Position > told)
        {
            told = page.Position;
            foreach (var entry in page.Entries) await shelf.TakeInAsync([entry], cancellation);
            live.Publish(page.Entries);
        }
        await keeper.TakeInAsync(page, cancellation);
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation, keeper.Lost);
        var wanted = progress.Wanted;
        if (keeper.IsBehind && progress.IsWanted) return;
        var news = store.WaitAsync(told, enough.Token).AsTask();
        var first = await Task.WhenAny(news, wanted, Task.Delay(keeper.LooksAgainIn, clock, enough.Token));
        var isOver = enough.IsCancellationRequested;
        await enough.CancelAsync();
        if (first == news && !isOver) await news;
    }
}
