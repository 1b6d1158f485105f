using IncidentBot.Chat.Slack.Api;

namespace IncidentBot.Host.Metrics;

/// <summary>Shows what became of calls to Slack, when Slack is on.</summary>
internal sealed class SlackCallMetrics(HouseMetrics metrics, SlackCallTally? tally = null) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (tally is null) return Task.CompletedTask;
        var calls = metrics.Factory.CreateCounter("incidentbot_slack_calls_total", "Calls to Slack's Web API, by method and outcome (ok, fault, away, busy).", ["method", "outcome"]);
        metrics.Registry.AddBeforeCollectCallback(() =>
        {
            foreach (var ((method, outcome), count) in tally.Ended) calls.WithLabels(method, outcome).IncTo(count);
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
