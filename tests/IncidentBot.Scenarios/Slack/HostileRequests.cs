using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Scenarios.Api;
using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Slack;

/// <summary>Whoever is not Slack reaches nothing, and what people write pings nobody.</summary>
public sealed class HostileRequests : SlackScenario
{
    private static SlackSent Declaration => new(SlackKind.Command, new JsonObject
    {
        ["team_id"] = FakeSlack.Team, ["channel_id"] = FakeSlack.General, ["user_id"] = SlackPerson.Ana, ["command"] = "/incident", ["text"] = "declare forged",
        ["trigger_id"] = "1.2.3", ["response_url"] = "https://attacker.example/", ["api_app_id"] = FakeSlack.App,
    });

    [Test]
    public async Task Unsigned_forged_and_stale_requests_are_refused_without_a_word()
    {
        var before = await Stage.IncidentsAsync();
        using var unsigned = SlackHttp.Request(Declaration, Stage.Host.Address);
        unsigned.Headers.Remove("X-Slack-Signature");
        using var untimed = SlackHttp.Request(Declaration, Stage.Host.Address);
        untimed.Headers.Remove("X-Slack-Request-Timestamp");
        using var other = SlackHttp.Request(Declaration, Stage.Host.Address);
        var signature = other.Headers.GetValues("X-Slack-Signature").Single();
        other.Headers.Remove("X-Slack-Signature");
        other.Headers.Add("X-Slack-Signature", signature.Replace("v0=", "v1="));
        foreach (var request in new[]
        {
            unsigned, untimed, other, SlackHttp.Request(Declaration, Stage.Host.Address, secret: "another secret"),
            SlackHttp.Request(Declaration, Stage.Host.Address, DateTimeOffset.UtcNow.AddMinutes(-6)), SlackHttp.Request(Declaration, Stage.Host.Address, DateTimeOffset.UtcNow.AddMinutes(6)),
        })
        {
            var receipt = await Slack.Http.SendAsync(request);
            Assert.That((receipt.Status, receipt.Raw), Is.EqualTo((401, "")), $"{request}");
        }
        Assert.That(await Stage.IncidentsAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_changed_body_is_refused()
    {
        using var request = SlackHttp.Request(Declaration, Stage.Host.Address);
        var body = await request.Content!.ReadAsStringAsync();
        request.Content = new StringContent(body.Replace("forged", "changed"), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        Assert.That((await Slack.Http.SendAsync(request)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Slacks_own_questions_are_answered()
    {
        using var verification = SlackHttp.Request(new Uri(Stage.Host.Address, "slack/events"), "application/json", """{"type":"url_verification","token":"x","challenge":"abc123"}""");
        using var check = new HttpRequestMessage(HttpMethod.Post, new Uri(Stage.Host.Address, "slack/commands")) { Content = new FormUrlEncodedContent([new("ssl_check", "1"), new("token", "x")]) };
        var verified = await Slack.Http.SendAsync(verification);
        Assert.That(verified.Status, Is.EqualTo(200));
        Assert.That(verified.Raw, Does.Contain("abc123"));
        Assert.That((await Slack.Http.SendAsync(check)).Status, Is.EqualTo(200));
    }

    [TestCase("slack/events", "application/json", "not json", HttpStatusCode.BadRequest)]
    [TestCase("slack/events", "application/json", "[]", HttpStatusCode.BadRequest)]
    [TestCase("slack/interactions", "application/x-www-form-urlencoded", "payload=%7Bnot", HttpStatusCode.BadRequest)]
    [TestCase("slack/events", "application/json", """{"type":"event_callback","team_id":"T1","event_id":"E1","event":{"type":"something_new","user":{"a":[1]}}}""", HttpStatusCode.OK)]
    [TestCase("slack/events", "application/json", """{"type":"event_callback","event":{"type":"message","subtype":"brand_new","channel":7}}""", HttpStatusCode.OK)]
    [TestCase("slack/events", "application/json", """{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}""", HttpStatusCode.OK)]
    [TestCase("slack/interactions", "application/x-www-form-urlencoded", "payload=%7B%22type%22%3A%22brand_new%22%7D", HttpStatusCode.OK)]
    public async Task What_cannot_be_read_is_400_and_what_is_not_known_is_received(string path, string type, string body, HttpStatusCode status)
    {
        using var request = SlackHttp.Request(new Uri(Stage.Host.Address, path), type, body);
        Assert.That((await Slack.Http.SendAsync(request)).Status, Is.EqualTo((int)status));
    }

    [Test]
    public async Task An_oversized_body_is_413()
    {
        using var request = SlackHttp.Request(new Uri(Stage.Host.Address, "slack/events"), "application/json", new string('x', 2_000_000));
        Assert.That((await Slack.Http.SendAsync(request)).Status, Is.EqualTo(413));
    }

    [Test]
    public async Task A_title_pings_nobody()
    {
        var room = await Stage.DeclareAsync("<!channel> <@U0BEN> *bold* <https://evil.example|click>");
        await Stage.Api.SayAsync("note <!here> & <!subteam^S0DBA> <@U0CLEO>", room: $"{room.Incident}");
        await Stage.Api.PostAsync($"/api/incidents/{room.Incident}/messages", new { by = "dora", text = "<!everyone> look at <#C0GENERAL>" });
        await room.ReadAsync("look at");
        await room.CardAsync();
        await Stage.QuietAsync();

        var sent = Slack.Calls.Where(call => call.Method is "chat.postMessage" or "chat.update" or "chat.postEphemeral" or "views.publish" or "response_url").ToList();
        Assert.That(sent, Is.Not.Empty);
        foreach (var call in sent)
        {
            Assert.That(Kinds(call.Arguments["blocks"]), Has.None.AnyOf("broadcast", "usergroup", "channel"), call.Raw);
            foreach (var text in Mrkdwn(call.Arguments))
                foreach (var ping in new[] { "<!channel", "<!here", "<!everyone", "<!subteam", "<@U0BEN>", "<@U0CLEO>", "<#C0GENERAL", "<https://evil.example" })
                    Assert.That(text, Does.Not.Contain(ping), $"{call.Method}: {call.Raw}");
        }
    }

    [Test]
    public async Task A_press_that_is_outdated_or_made_up_is_answered_in_words()
    {
        var room = await Stage.DeclareAsync("Pressed too late", "--severity sev4");
        var old = await room.CardAsync("nobody yet");
        await Stage.Ana.SlashAsync("cancel false alarm", room.Channel);
        await room.CardAsync("Cancelled");
        var heard = Stage.Ben.Whispers.Count;
        Assert.That((await Stage.Ben.PressAsync(old, "Take command")).IsReceived, Is.True);
        await Eventually.IsSoAsync(() => Stage.Ben.Whispers.Count > heard, "Ben is told why not");
        Assert.That(await room.EventsAsync<RoleAssigned>(), Is.Empty);
    }

    private static IEnumerable<string?> Kinds(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(field => field is { Key: "type", Value: JsonValue kind } ? [(string?)kind] : Kinds(field.Value)),
        JsonArray all => all.SelectMany(Kinds),
        _ => [],
    };

    // What Slack reads markup in: mrkdwn texts, and the text beside blocks; rich text names its mentions, so that its words are only words.
    private static IEnumerable<string> Mrkdwn(JsonNode? node) => node switch
    {
        JsonObject text when (string?)text["type"] is "plain_text" or "rich_text" => [],
        JsonObject all => all.Where(field => field.Key is not ("metadata" or "private_metadata" or "value" or "block_id" or "action_id"))
            .SelectMany(field => field.Key == "text" && field.Value?.GetValueKind() == JsonValueKind.String ? [(string)field.Value!] : Mrkdwn(field.Value)),
        JsonArray all => all.SelectMany(Mrkdwn),
        _ => [],
    };
}
