namespace IncidentBot.Host.Metrics;

/// <summary>Counts what is recorded, as it becomes durable.</summary>
internal sealed class MetricsFollower(LiveFeed feed, HouseMetrics metrics) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A listener that falls behind is let go; counting goes on from there.
        while (true)
        {
            using var listener = feed.Listen();
            await foreach (var entry in listener.Entries.ReadAllAsync(stoppingToken)) metrics.Count(entry);
        }
    }
}
