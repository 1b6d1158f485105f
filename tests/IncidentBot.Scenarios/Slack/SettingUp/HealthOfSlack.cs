using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Slack.SettingUp;

public sealed class HealthOfSlack
{
    [Test]
    public async Task Slack_away_is_told_and_keeps_nobody_from_working()
    {
        await using var slack = await FakeSlackSocket.StartAsync();
        await using var host = RunningHost.Start(new Dictionary<string, string> { ["Slack:BotToken"] = "xoxb-1", ["Slack:AppToken"] = "xapp-hush", ["Slack:ApiUrl"] = slack.Address.ToString() });
        using var client = host.Client();
        var connection = await slack.NextAsync();
        var well = await UntilAsync(client, health => Hearing(health)["connections"]!.GetValue<int>() == 1);
        Assert.That((string?)Hearing(well)["sentence"], Does.StartWith("Connected to Slack by 1 connection since "));
        Assert.That(await client.GetStringAsync(new Uri("/metrics", UriKind.Relative)), Does.Contain("incidentbot_platform_well{platform=\"Slack\",way=\"hears\"} 1").And.Contain("incidentbot_slack_connections 1"));

        await connection.GoodbyeAsync("link_disabled");
        await connection.EndAsync();
        var away = await UntilAsync(client, health => (string?)health["status"] == "degraded" && ((string?)Hearing(health)["sentence"])!.Contains("Socket Mode", StringComparison.Ordinal) && Hearing(health)["connections"]!.GetValue<int>() == 0);
        Assert.That((string?)away["sentence"], Does.StartWith("Everything recorded is safe, and the lists are up to date. ").And.Contain("Socket Mode was switched off. Switch it on again").And.Contain("The incident goes on in the war room"));
        Assert.That(await client.GetStringAsync(new Uri("/metrics", UriKind.Relative)), Does.Contain("incidentbot_platform_well{platform=\"Slack\",way=\"hears\"} 0").And.Contain("incidentbot_slack_connections 0").And.Contain("incidentbot_slack_connections_opened_total 1"));
        Assert.That(slack.Tokens.Distinct(), Is.EqualTo(new[] { "xapp-hush" }));
        Assert.That(away.ToJsonString(), Does.Not.Contain("hush"));
    }

    private static JsonNode Hearing(JsonNode health) => health["platforms"]!.AsArray().Single(platform => (string?)platform!["way"] == "hears")!;

    private static async Task<JsonNode> UntilAsync(HttpClient client, Func<JsonNode, bool> so)
    {
        using var patience = new CancellationTokenSource(FakeSlackSocket.Patience);
        while (true)
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            var health = JsonNode.Parse(await answer.Content.ReadAsStringAsync(patience.Token))!;
            if (so(health)) return health;
            await Task.Delay(20, patience.Token);
        }
    }
}
