using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Scenarios.Slack;

/// <summary>The doors for Slack in the real host: they are there when Slack is on, and whoever has the secret comes in, whichever way.</summary>
public sealed class SlacksDoors
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Command = "command=%2Fincident&text=declare+sev1+nobody+can+pay&user_id=U0ANA&team_id=T1&channel_id=C0GENERAL&trigger_id=1.1";
    private static readonly string[] Doors = ["/slack/events", "/slack/commands", "/slack/interactions"];

    /// <summary>Slack is on, and away.</summary>
    public static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>
    {
        ["Slack:BotToken"] = "xoxb-1-1-test", ["Slack:SigningSecrets:0"] = Secret, ["Slack:ApiUrl"] = "http://127.0.0.1:9/",
    };

    [Test]
    public async Task Without_Slack_there_is_nothing()
    {
        await using var host = RunningHost.Start();
        foreach (var door in Doors) Assert.That((await SendAsync(host, door, Command)).Status, Is.EqualTo(HttpStatusCode.NotFound), door);
    }

    [Test]
    public async Task Whoever_has_no_secret_gets_an_empty_401()
    {
        await using var host = RunningHost.Start(Settings);
        foreach (var door in Doors) Assert.That(await SendAsync(host, door, Command, "another"), Is.EqualTo((HttpStatusCode.Unauthorized, "")), door);
        using var client = host.Client();
        Assert.That(await client.GetStringAsync(new Uri("/metrics", UriKind.Relative)), Does.Contain("incidentbot_slack_turned_away_total 3"), "each is counted");
    }

    [Test]
    public async Task Slack_comes_through_a_tunnel_under_another_name_also_without_sign_in_and_while_its_own_side_is_away()
    {
        await using var host = RunningHost.Start(Settings);
        var (status, body) = await SendAsync(host, "/slack/commands", Command, tunnel: "incidents.example.com");
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), body);
        Assert.That(body, Does.Contain("INC-1 is declared: SEV1 “nobody can pay”. Its channel is being opened."));
    }

    [Test]
    public async Task Half_a_mebibyte_is_taken_and_more_than_one_is_not()
    {
        await using var host = RunningHost.Start(Settings);
        Assert.That((await SendAsync(host, "/slack/commands", Command + "&more=" + new string('x', 512 * 1024))).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await SendAsync(host, "/slack/commands", Command + "&more=" + new string('x', 1024 * 1024)), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "")));
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(RunningHost host, string door, string body, string secret = Secret, string? tunnel = null)
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, door) { Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded") };
        var stamp = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}";
        request.Headers.Add("X-Slack-Request-Timestamp", stamp);
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{stamp}:{body}"))));
        if (tunnel is not null)
        {
            request.Headers.Host = tunnel;
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        }
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
