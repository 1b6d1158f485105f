using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IncidentBot.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Scenarios.Slack;

/// <summary>The stage itself: what the front adds to the emulator is as Slack has it.</summary>
[Category("Slack")]
public sealed class TheSlackOfTheTests
{
    private readonly ConcurrentQueue<(string Path, string Retry, JsonObject Body)> heard = new();
    private FakeSlack slack = null!;
    private WebApplication bot = null!;
    private int answers = StatusCodes.Status200OK;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        slack = await FakeSlack.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        bot = builder.Build();
        bot.MapPost("/slack/events", async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync();
            var signature = SlackHttp.Signature(FakeSlack.Secret, http.Request.Headers["X-Slack-Request-Timestamp"].ToString(), body);
            if (signature != http.Request.Headers["X-Slack-Signature"]) http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else heard.Enqueue((http.Request.Path, http.Request.Headers["x-slack-retry-num"].ToString(), (JsonObject)JsonNode.Parse(body)!));
            if (http.Response.StatusCode == StatusCodes.Status200OK) http.Response.StatusCode = answers;
        });
        await bot.StartAsync();
        slack.Http.Bot = new Uri(bot.Urls.First());
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await bot.DisposeAsync();
        await slack.DisposeAsync();
    }

    [SetUp]
    public async Task ForgetAsync()
    {
        await Eventually.IsSoAsync(() => slack.Deliveries.AreDone, "what happened before is over");
        heard.Clear();
    }

    [Test]
    public void It_signs_as_Slack_documents_it() => Assert.That(
        SlackHttp.Signature("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"),
        Is.EqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"));

    [Test]
    public async Task A_message_is_told_with_all_that_Slack_tells_and_a_mention_twice()
    {
        var ts = await slack.As(SlackPerson.Ana).MentionAsync(FakeSlack.Announcements, "help");
        await Eventually.IsSoAsync(() => heard.Count == 2, "both events came");

        var (message, mention) = (heard.First().Body, heard.Last().Body);
        Assert.That((string?)message["event"]!["type"], Is.EqualTo("message"));
        Assert.That((string?)mention["event"]!["type"], Is.EqualTo("app_mention"));
        Assert.That((string?)mention["event"]!["ts"], Is.EqualTo(ts));
        Assert.That((string?)message["event"]!["channel_type"], Is.EqualTo("channel"));
        Assert.That((string?)message["event"]!["client_msg_id"], Is.Not.Null);
        Assert.That((string?)message["api_app_id"], Is.EqualTo(FakeSlack.App));
        Assert.That((string?)message["event_id"], Is.Not.EqualTo((string?)mention["event_id"]));
    }

    [Test]
    public async Task Where_the_bot_is_not_it_hears_nothing()
    {
        await slack.As(SlackPerson.Ana).SayAsync(FakeSlack.General, "psst");
        await slack.As(SlackPerson.Deployer).SayAsync(FakeSlack.Announcements, "deployed");
        await Eventually.IsSoAsync(() => slack.Deliveries.AreDone && !heard.IsEmpty, "what is told was told");
        Assert.That(heard.Select(one => (string?)one.Body["event"]!["text"]), Is.EqualTo(new[] { "deployed" }));
        Assert.That((string?)heard.Single().Body["event"]!["bot_id"], Is.EqualTo("B0DEPLOY"));
    }

    [Test]
    public async Task What_is_not_received_is_sent_again_under_the_same_id()
    {
        answers = StatusCodes.Status503ServiceUnavailable;
        await slack.As(SlackPerson.Ben).SayAsync(FakeSlack.Announcements, "anybody?");
        await Eventually.IsSoAsync(() => heard.Count >= 2, "it came again");
        answers = StatusCodes.Status200OK;
        await Eventually.IsSoAsync(() => slack.Deliveries.AreDone, "it was received");
        Assert.That(heard.Select(one => (string?)one.Body["event_id"]).Distinct().Count(), Is.EqualTo(1));
        Assert.That(heard.Select(one => one.Retry).Take(2), Is.EqualTo(new[] { "", "1" }));
    }

    [Test]
    public async Task History_has_a_window_and_pages()
    {
        var ana = slack.As(SlackPerson.Ana);
        var first = await ana.SayAsync(FakeSlack.Announcements, "one");
        foreach (var text in new[] { "two", "three", "four" }) await ana.SayAsync(FakeSlack.Announcements, text);
        slack.HistoryLimit = 2;
        var page = await CallAsync("conversations.history", new() { ["channel"] = FakeSlack.Announcements, ["oldest"] = first });
        var rest = await CallAsync("conversations.history", new() { ["channel"] = FakeSlack.Announcements, ["oldest"] = first, ["cursor"] = (string?)page["response_metadata"]!["next_cursor"] });
        slack.HistoryLimit = 999;
        Assert.That(page["messages"]!.AsArray().Concat(rest["messages"]!.AsArray()).Select(message => (string?)message!["text"]), Is.EqualTo(new[] { "four", "three", "two" }));
    }

    [Test]
    public async Task It_can_be_told_to_go_wrong()
    {
        slack.Troubles.Next("chat.postMessage", new SlackTrouble.Busy(7), new SlackTrouble.No("invalid_blocks"), new SlackTrouble.Lost());
        var message = new JsonObject { ["channel"] = FakeSlack.Announcements, ["text"] = "said in spite of it" };
        var before = (await slack.MessagesAsync(FakeSlack.Announcements)).Count;
        using var busy = await PostAsync("chat.postMessage", message);
        Assert.That((int)busy.StatusCode, Is.EqualTo(429));
        Assert.That(busy.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(7)));
        Assert.That((string?)(await CallAsync("chat.postMessage", message))["error"], Is.EqualTo("invalid_blocks"));
        Assert.That(async () => await PostAsync("chat.postMessage", message), Throws.InstanceOf<HttpRequestException>());
        Assert.That((await slack.MessagesAsync(FakeSlack.Announcements)).Count - before, Is.EqualTo(1));
    }

    [Test]
    public async Task A_guest_cannot_be_invited_and_the_others_are_when_it_is_told_to()
    {
        var made = await CallAsync("conversations.create", new() { ["name"] = "a-room" });
        var answer = await CallAsync("conversations.invite", new() { ["channel"] = (string?)made["channel"]!["id"], ["users"] = "U0BEN,U0GUEST", ["force"] = true });
        Assert.That((string?)answer["errors"]![0]!["error"], Is.EqualTo("user_is_restricted"));
        Assert.That(await slack.MembersAsync((string)made["channel"]!["id"]!), Is.EquivalentTo(new[] { "U0BEN", FakeSlack.Bot }));
    }

    private async Task<JsonObject> CallAsync(string method, JsonObject arguments)
    {
        using var answer = await PostAsync(method, arguments);
        return (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<HttpResponseMessage> PostAsync(string method, JsonObject arguments)
    {
        using var client = new HttpClient { BaseAddress = slack.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/{method}") { Content = new StringContent(arguments.ToJsonString(), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", FakeSlack.BotToken);
        return await client.SendAsync(request);
    }
}
