using IncidentBot.Chat.Slack.Sockets;
using IncidentBot.Host.Health;
using Prometheus;

namespace IncidentBot.Host.Metrics;

/// <summary>What is measured of the platforms on which the house speaks and hears.</summary>
internal sealed class PlatformMetrics(HouseMetrics metrics, Standings standings, SlackConnections? slack = null)
{
    /// <summary>Measures them whenever somebody reads the metrics.</summary>
    public void Measure()
    {
        var well = metrics.Factory.CreateGauge("incidentbot_platform_well", "1 while the house speaks or hears on the platform.", ["platform", "way"]);
        metrics.Registry.AddBeforeCollectCallback(() =>
        {
            foreach (var standing in standings.All) well.WithLabels(standing.Platform, standing.Way).Set(standing.Well ? 1 : 0);
        });
        if (slack is not null) Measure(slack);
    }

    private void Measure(SlackConnections slack)
    {
        var open = metrics.Factory.CreateGauge("incidentbot_slack_connections", "Connections to Slack that are open.");
        var opened = metrics.Factory.CreateCounter("incidentbot_slack_connections_opened_total", "Connections to Slack opened since the start.");
        var heard = metrics.Factory.CreateGauge("incidentbot_slack_last_heard_timestamp_seconds", "When anything last came from Slack, if only a ping; 0 before the first.");
        metrics.Registry.AddBeforeCollectCallback(() =>
        {
            open.Set(slack.Count);
            opened.IncTo(slack.Opened);
            heard.Set(slack.LastHeardAt?.ToUnixTimeSeconds() ?? 0);
        });
    }
}
