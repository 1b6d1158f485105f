using System.Net;
using IncidentBot.Scenarios.Api;

namespace IncidentBot.Scenarios.Health;

public sealed class HealthAndMetrics : ApiScenario
{
    [Test]
    public async Task A_host_that_has_started_is_ready()
    {
        var (status, health) = await Client.ReadAsync("/health/ready");
        Assert.That((status, health.Text("status")), Is.EqualTo((HttpStatusCode.OK, "ready")));
    }

    [Test]
    public async Task Metrics_count_what_happens_and_name_no_incident()
    {
        var incident = (await Client.SayAsync("declare Secret --private")).Text("incident")!;
        await Client.SayAsync("nonsense");
        await Client.ReadAsync($"/api/incidents/{incident}?by=ana");
        var metrics = await Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        foreach (var name in new[] { "incidentbot_durable_position", "incidentbot_store_fenced 0", "incidentbot_open_incidents 1", "incidentbot_promises_due", "incidentbot_live_listeners", "incidentbot_lines_total{outcome=\"refused\"} 1", "http_request_duration_seconds" })
            Assert.That(metrics, Does.Contain(name));
        Assert.That(metrics, Does.Not.Contain(incident).And.Not.Contain("Secret"));
    }
}
