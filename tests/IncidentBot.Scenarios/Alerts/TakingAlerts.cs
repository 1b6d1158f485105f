using System.Net;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Ports;
using IncidentBot.Scenarios.Api;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IncidentBot.Scenarios.Alerts;

public sealed class TakingAlerts
{
    private RunningHost host = null!;
    private Sender alertmanager = null!;
    private HttpClient people = null!;

    [OneTimeSetUp]
    public void Start()
    {
        host = Sender.Host();
        (alertmanager, people) = (new Sender(host), host.Client());
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        alertmanager.Dispose();
        people.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task A_rule_declares_and_what_follows_is_on_the_same_timeline()
    {
        var body = Sender.Webhook(("CardsFail", "firing", "payments"));
        var (status, json) = await alertmanager.SendAsync(body);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), json.ToString());
        var declared = Sender.Told(json).Single();
        Assert.That(declared, Does.Match("^declared INC-[0-9]+$"));
        var incident = declared.Split(' ')[1];
        Assert.That(json.GetProperty("alerts")[0].Text("fingerprint"), Is.EqualTo("fpCardsFail"));

        Assert.That(Sender.Told((await alertmanager.SendAsync(body)).Json), Is.EqualTo(new[] { "repeated " + incident }));
        Assert.That(Sender.Told((await alertmanager.SendAsync(Sender.Webhook(("CardsFail", "resolved", "payments")))).Json), Is.EqualTo(new[] { "cleared " + incident }));
        Assert.That(Sender.Told((await alertmanager.SendAsync(Sender.Webhook(("CardsFail", "firing", "payments")))).Json), Is.EqualTo(new[] { "attached " + incident }));

        var (_, shown) = await people.ReadAsync($"/api/incidents/{incident}");
        Assert.That((shown.Text("title"), shown.Text("severity"), shown.GetProperty("services")[0].GetString(), shown.Text("declaredBy")), Is.EqualTo(("CardsFail is bad", "SEV2", "checkout", "Alertmanager")));
        var (_, timeline) = await people.ReadAsync($"/api/incidents/{incident}/timeline");
        var entries = timeline.GetProperty("entries").EnumerateArray().ToList();
        Assert.That(entries.Select(entry => entry.Text("kind")).Where(kind => kind!.StartsWith("Alert", StringComparison.Ordinal)), Is.EqualTo(new[] { "AlertAttached", "AlertCleared", "AlertAttached" }));
        Assert.That(entries[1].GetProperty("data").GetProperty("alert").Text("payloadSha256"), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))));
    }

    [Test]
    public async Task The_same_alert_twenty_times_at_once_is_one_incident_and_one_entry()
    {
        var alert = new { name = "Flood", state = "firing", labels = new { team = "payments" } };
        var told = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => alertmanager.SendAsync(alert)));
        var incident = told.Single(outcome => outcome.StartsWith("declared", StringComparison.Ordinal)).Split(' ')[1];
        Assert.That(told.Count(outcome => outcome == "repeated " + incident), Is.EqualTo(19));
        var (_, timeline) = await people.ReadAsync($"/api/incidents/{incident}/timeline");
        Assert.That(timeline.GetProperty("entries").EnumerateArray().Count(entry => entry.Text("kind") == "AlertAttached"), Is.EqualTo(1));
    }

    [Test]
    public async Task Many_alerts_of_one_request_are_answered_in_their_order()
    {
        var (_, json) = await alertmanager.SendAsync(Sender.Webhook(("One", "firing", "other"), ("Two", "resolved", "other"), ("One", "firing", "other"), ("One", "resolved", "other"), ("One", "resolved", "other")));
        Assert.That(Sender.Told(json), Is.EqualTo(new[] { "proposed", "ignored", "repeated", "cleared", "repeated" }));
    }

    [Test]
    public async Task A_private_incident_is_not_named_to_the_sender()
    {
        Assert.That(await alertmanager.SendAsync(new { name = "Mail is read", state = "firing", labels = new { team = "security" } }), Is.EqualTo("declared"));
        var (_, list) = await people.ReadAsync("/api/incidents?text=Mail");
        Assert.That(list.GetProperty("incidents").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task An_alert_survives_a_restart_as_what_it_is()
    {
        await using var own = Sender.Host();
        using var sender = new Sender(own);
        var proposed = new { name = "Odd", state = "firing" };
        var declared = new { name = "Cards", state = "firing", labels = new { team = "pay" }, startedAt = "2026-01-23T09:40:00Z" };
        Assert.That((await sender.SendAsync(proposed), await sender.SendAsync(declared)), Is.EqualTo(("proposed", "declared INC-1")));
        await own.StopAsync();
        own.StartAgain();
        Assert.That((await sender.SendAsync(proposed), await sender.SendAsync(declared)), Is.EqualTo(("repeated", "repeated INC-1")));
    }

    [Test]
    public async Task A_store_that_has_stopped_asks_for_the_same_again()
    {
        await using var own = Sender.Host(services => services.AddSingleton<IncidentDesk>(provider => ActivatorUtilities.CreateInstance<IncidentDesk>(provider, Stopped())));
        using var sender = new Sender(own);
        var (status, json) = await sender.SendAsync(Sender.Webhook(("A", "firing", "payments")));
        Assert.That((status, json.Text("detail")), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "The disk is full. Make room and start again.")));
    }

    private static ITimelineStore Stopped()
    {
        var store = new Mock<ITimelineStore>();
        store.Setup(stopped => stopped.LastStreamAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new StoreFencedException("The disk is full. Make room and start again."));
        return store.Object;
    }
}
