using IncidentBot.Chat.Slack.Hearing;
using IncidentBot.Host.Workers.Promises;
using IncidentBot.Ports;
using Prometheus;

namespace IncidentBot.Host.Metrics;

/// <summary>What is counted and measured. Numbers only: no incident is named, so that private ones stay private.</summary>
internal sealed class HouseMetrics
{
    private readonly IMetricFactory factory;
    private readonly Counter entries;
    private readonly Shelf shelf;

    public HouseMetrics(ITimelineStore store, Shelf shelf, LiveFeed feed, PromiseBoard promises, IncidentDesk desk, SlackTally? slack = null)
    {
        this.shelf = shelf;
        factory = Prometheus.Metrics.WithCustomRegistry(Registry);
        entries = factory.CreateCounter("incidentbot_entries_total", "Entries recorded since the start, by kind; those of drills, and looks at private incidents, are left out.", ["kind"]);
        var lines = factory.CreateCounter("incidentbot_lines_total", "Lines heard since the start, by outcome.", ["outcome"]);
        var measured = new (Gauge Gauge, Func<double> Read)[]
        {
            (Gauge("incidentbot_durable_position", "Entries on the device, ever."), () => store.Health.DurablePosition),
            (Gauge("incidentbot_store_fenced", "1 when the timeline has stopped."), () => store.Health.Fenced is null ? 0 : 1),
            (Gauge("incidentbot_open_incidents", "Incidents that are open; drills are left out."), () => shelf.Open.Count(incident => !incident.IsDrill)),
            (Gauge("incidentbot_promises_due", "Promises to the outside that wait to be kept."), () => promises.Count),
            (Gauge("incidentbot_live_listeners", "Live streams to browsers, and whoever else follows along."), () => feed.Listeners),
        };
        Registry.AddBeforeCollectCallback(() =>
        {
            foreach (var (gauge, read) in measured) gauge.Set(read());
            lines.WithLabels("answered").IncTo(desk.Tally.Answered);
            lines.WithLabels("refused").IncTo(desk.Tally.Refused);
        });
        if (slack is not null) Count(slack);
    }

    /// <summary>One per host, so that hosts in one process do not count for each other.</summary>
    public CollectorRegistry Registry { get; } = Prometheus.Metrics.NewCustomRegistry();

    /// <summary>Makes further metrics in the same registry.</summary>
    public IMetricFactory Factory => factory;

    /// <summary>Counts an entry, unless it is a drill's. Messages, kept and broken promises and fallen reminders are kinds like any other.</summary>
    public void Count(Recorded entry)
    {
        // Who looks for a private incident must not find here that there was something to be refused.
        if (entry.Event is LookRefused or PrivateLooked) return;
        if (entry.Event is IncidentDeclared { Drill: true } || shelf.Find(entry.Incident) is { IsDrill: true }) return;
        entries.WithLabels(entry.Event is UnknownEvent ? "unknown" : StoredEvents.KindOf(entry.Event)).Inc();
    }

    private void Count(SlackTally slack)
    {
        var unknown = factory.CreateCounter("incidentbot_slack_unknown_total", "What Slack sent and nobody here knows, by type.", ["type"]);
        var turnedAway = factory.CreateCounter("incidentbot_slack_turned_away_total", "Requests to Slack's addresses that are not known as Slack's.");
        Registry.AddBeforeCollectCallback(() =>
        {
            foreach (var (type, seen) in slack.Unknown) unknown.WithLabels(type).IncTo(seen);
            turnedAway.IncTo(slack.TurnedAway);
        });
    }

    private Gauge Gauge(string name, string help) => factory.CreateGauge(name, help);
}
