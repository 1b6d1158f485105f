using System.Net;
using FsCheck;
using FsCheck.Fluent;
using IncidentBot.Scenarios.Api;
using IncidentBot.Scenarios.Tokens;

namespace IncidentBot.Scenarios.Alerts;

public sealed class TheDoorForAlerts
{
    private const string Alert = """{"name":"Disk full","state":"firing"}""";

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"name\"", "\"state\"", "\"firing\"", "\"cleared\"", "\"alerts\"", "\"version\":\"4\"", "\"status\"", "\"resolved\"", "\"labels\"", "\"alertname\"", "\"startsAt\"", "\"endsAt\"",
        "\"2026-11-23T10:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00Z\"", "\"\\ud800\"", "\"\\u0000\"", "null", "1e999", "true", "\"\"", "\u00ff", "\"<script>\"", "\"source\"", "\"fingerprint\"",
        "{\"name\":\"x\",\"state\":\"firing\",", "{\"version\":\"4\",\"alerts\":[{\"status\":\"firing\",\"labels\":{\"alertname\":", "}}]}", "{\"name\":\"x\",\"state\":\"cleared\",\"startedAt\":\"2026-11-23T10:00:00Z\",\"labels\":{\"a\":",
    ];

    private RunningHost host = null!;

    [OneTimeSetUp]
    public void Start() => host = Sender.Host();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [TestCase(null)]
    [TestCase("wrong-wrong-wrong-wrong")]
    [TestCase("Bearer ")]
    [TestCase("Basic " + Sender.Token)]
    [TestCase("Bearer " + Sender.Token + "x")]
    public async Task Without_the_right_token_nothing_is_taken_or_told(string? token)
    {
        using var sender = new Sender(host, token);
        foreach (var body in new[] { Alert, "not json" })
        {
            var (status, json) = await sender.SendAsync(body);
            Assert.That((status, json.Text("detail")), Is.EqualTo((HttpStatusCode.Unauthorized, "The alerts were not taken: the request does not carry the right token.")));
        }
    }

    [Test]
    public async Task Without_a_token_in_the_settings_the_door_is_closed_and_says_how_to_open_it()
    {
        await using var closed = RunningHost.Start();
        using var sender = new Sender(closed);
        var (status, json) = await sender.SendAsync(Alert);
        Assert.That((status, json.Text("detail")), Is.EqualTo((HttpStatusCode.NotFound, "Alerts are off: no token is set. Set Alerts:Token, and let the sender carry it as Authorization: Bearer <token>. Or make a token with the scope alerts on the page /tokens.")));
    }

    [Test]
    public async Task A_token_of_the_house_opens_it_when_it_has_the_scope()
    {
        await using var house = RunningHost.Start();
        var (pager, reader) = (await house.TokenAsync("pager --scope alerts"), await house.TokenAsync("reader --scope read,lines,gate"));
        using (var right = new Sender(house, pager.Text)) Assert.That((await right.SendAsync(Alert)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await RefusalAsync(house, pager.Text + "x"), Is.EqualTo((HttpStatusCode.Unauthorized, "The alerts were not taken: the request does not carry the right token.")));
        Assert.That(await RefusalAsync(house, reader.Text), Is.EqualTo((HttpStatusCode.Forbidden, "The alerts were not taken: they need a token with the scope alerts. Ask an admin of IncidentBot for one that has it.")));
        await house.SayAsync("token revoke pager");
        using var revoked = new Sender(house, pager.Text);
        Assert.That((await revoked.SendAsync(Alert)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_scheme_may_be_written_as_one_likes()
    {
        using var sender = new Sender(host, "bearer " + Sender.Token);
        Assert.That((await sender.SendAsync(Alert)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("Host", "evil.example", "under 127.0.0.1 or localhost")]
    [TestCase("X-Forwarded-For", "127.0.0.1", "not through a proxy")]
    [TestCase("Sec-Fetch-Site", "cross-site", "sent by a page of another site")]
    public async Task The_token_opens_no_other_guard(string header, string value, string sentence)
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/alerts") { Content = new StringContent(Alert, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Sender.Token}");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(sentence));
    }

    [Test]
    public async Task What_is_not_JSON_or_too_large_is_told()
    {
        using var sender = new Sender(host);
        var form = await sender.SendAsync("name=x", "application/x-www-form-urlencoded");
        Assert.That((form.Status, form.Json.Text("detail")), Is.EqualTo((HttpStatusCode.UnsupportedMediaType, "Send JSON, with Content-Type: application/json.")));
        var large = await sender.SendAsync($$"""{"name":"x","state":"firing","padding":"{{new string('x', 1024 * 1024)}}" }""");
        Assert.That((large.Status, large.Json.Text("detail")), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "The request is larger than 1 MB. Send fewer alerts at once; max_alerts of Alertmanager's webhook sets how many.")));
        var allowed = await sender.SendAsync($$"""{"name":"x","state":"firing","padding":"{{new string('x', 900 * 1024)}}" }""");
        Assert.That(allowed.Status, Is.EqualTo(HttpStatusCode.OK), "more than other addresses allow");
        var wrong = await sender.SendAsync("{}");
        Assert.That((wrong.Status, wrong.Json.Text("detail")), Is.EqualTo((HttpStatusCode.BadRequest, "“name” is missing; it is the alert's name. “state” is missing; it is firing or cleared.")));
    }

    private static async Task<(HttpStatusCode Status, string? Sentence)> RefusalAsync(RunningHost house, string token)
    {
        using var sender = new Sender(house, token);
        var (status, json) = await sender.SendAsync(Alert);
        return (status, json.Text("detail"));
    }

    [Test]
    public void No_body_makes_it_fail()
    {
        using var sender = new Sender(host);
        var bodies = Gen.Elements(Tokens).ListOf().Select(string.Concat).ToArbitrary();
        Junk.Check(Prop.ForAll(bodies, body => (int)sender.SendAsync(body).GetAwaiter().GetResult().Status is 200 or 400));
    }

    [Test]
    public void No_text_in_an_alert_makes_it_fail()
    {
        using var sender = new Sender(host);
        Junk.Check(Prop.ForAll(Junk.Lines, Junk.Lines, (one, other) =>
        {
            var alert = new { name = one, state = one.Length % 2 == 0 ? "firing" : "cleared", summary = other, labels = new { said = one, team = other.Length % 2 == 0 ? "payments" : other, service = other } };
            var expected = string.IsNullOrWhiteSpace(one) ? HttpStatusCode.BadRequest : HttpStatusCode.OK;
            return sender.SendAsync(System.Text.Json.JsonSerializer.Serialize(alert)).GetAwaiter().GetResult().Status == expected;
        }));
    }
}
