using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace IncidentBot.Scenarios.Alerts;

/// <summary>A monitoring system that sends alerts to a host.</summary>
public sealed class Sender(RunningHost host, string? token = Sender.Token) : IDisposable
{
    /// <summary>What the hosts of these scenarios let in.</summary>
    public const string Token = "correct-horse-battery-staple";

    private readonly HttpClient client = host.Client();

    /// <summary>A host that takes alerts: those of the payments team declare a SEV2, those of the security team a private SEV1.</summary>
    public static RunningHost Host(Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? services = null) => RunningHost.Start(new Dictionary<string, string>
    {
        ["Alerts:Token"] = Token,
        ["Alerts:Rules:payments:Match:team"] = "pay*",
        ["Alerts:Rules:payments:Severity"] = "SEV2",
        ["Alerts:Rules:payments:Service"] = "{service}",
        ["Alerts:Rules:security:Match:team"] = "security",
        ["Alerts:Rules:security:Severity"] = "SEV1",
        ["Alerts:Rules:security:Type"] = "Security",
    }, services: services);

    /// <summary>Sends exactly this.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(string body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/alerts") { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type)) };
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", token.Contains(' ') ? token : $"Bearer {token}");
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Sends one alert in the generic form, and tells what became of it: <c>declared INC-1</c>.</summary>
    public async Task<string> SendAsync(object alert)
    {
        var (status, json) = await SendAsync(JsonSerializer.Serialize(alert));
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), json.ToString());
        return Told(json).Single();
    }

    /// <summary>What became of each alert: <c>declared INC-1</c>, <c>proposed</c>.</summary>
    public static IReadOnlyList<string> Told(JsonElement json) =>
        [.. json.GetProperty("alerts").EnumerateArray().Select(alert => $"{alert.GetProperty("outcome")} {alert.GetProperty("incident")}".Trim())];

    /// <summary>Alertmanager's webhook with these alerts: name, status and team.</summary>
    public static string Webhook(params IEnumerable<(string Name, string Status, string Team)> alerts) => JsonSerializer.Serialize(new
    {
        version = "4",
        groupKey = "{}:{}",
        truncatedAlerts = 0,
        status = "firing",
        receiver = "incidentbot",
        groupLabels = new { },
        commonLabels = new { },
        commonAnnotations = new { },
        externalURL = "http://alertmanager:9093",
        alerts = alerts.Select(alert => new
        {
            status = alert.Status,
            labels = new { alertname = alert.Name, team = alert.Team, service = "checkout" },
            annotations = new { summary = $"{alert.Name} is bad" },
            startsAt = "2026-01-23T09:40:00Z",
            endsAt = alert.Status == "resolved" ? "2026-01-23T09:50:00Z" : "0001-01-01T00:00:00Z",
            generatorURL = "http://prometheus:9090/graph",
            fingerprint = "fp" + alert.Name,
        }),
    });

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}
