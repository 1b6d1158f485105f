using System.Net;
using IncidentBot.Ports;
using IncidentBot.Scenarios.Api;
using IncidentBot.Scenarios.WarRoom;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Scenarios.Tokens;

public sealed class KnowingPrograms
{
    private const string NoToken = "This needs a token of IncidentBot: send one that is valid as Authorization: Bearer ib_…. Admins make them on the page /tokens.";

    private static readonly string[] Reading = ["/api/incidents", "/api/incidents/INC-1", "/api/search?q=x", "/api/insights", "/openapi/v1.json", "/metrics"];

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private RunningHost host = null!;
    private MintedToken reader = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = ClosedHouse.Start(clock);
        reader = await host.TokenAsync("reader --scope read");
        await host.SayAsync("declare Checkout is down");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task One_sentence_answers_what_is_missing_wrong_over_or_revoked()
    {
        var (over, revoked) = (await host.TokenAsync("over --scope admin --for 1h"), await host.TokenAsync("revoked --scope admin"));
        using var client = host.Client(over);
        Assert.That((await client.ReadAsync("/api/incidents")).Status, Is.EqualTo(HttpStatusCode.OK));
        using (var before = host.Client(revoked)) Assert.That((await before.ReadAsync("/api/incidents")).Status, Is.EqualTo(HttpStatusCode.OK));
        clock.Advance(TimeSpan.FromHours(1));
        await host.SayAsync("token revoke revoked");
        foreach (var header in new[] { null, $"Bearer {over.Text}", $"Bearer {revoked.Text}", $"Bearer {reader.Text}x", $"Bearer ib_{reader.Id}_", "Bearer", "Bearer ib_nobody_x", $"Basic {reader.Text}", reader.Text })
            foreach (var address in Reading)
                Assert.That(await AnswerAsync(address, header), Is.EqualTo((HttpStatusCode.Unauthorized, "Bearer", NoToken)), $"{address} with {header}");
    }

    [Test]
    public async Task A_reader_reads_and_does_nothing_else()
    {
        using var client = host.Client(reader);
        foreach (var address in Reading)
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        }
        var (status, json) = await client.PostAsync("/api/lines", new { line = "INC-1 note x" });
        Assert.That((status, json.Text("detail")), Is.EqualTo((HttpStatusCode.Forbidden, "This needs a token with the scope lines, which “reader” does not have. Ask an admin of IncidentBot for one that has it.")));
        Assert.That((await client.PostAsync("/api/incidents/INC-1/messages", new { text = "x" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await client.ReadAsync("/api/audit")).Json.Text("detail"), Does.StartWith("This needs a token with the scope admin, which “reader”"));
    }

    [Test]
    public async Task A_token_speaks_under_its_own_name_and_nobody_doubts_it()
    {
        using var client = host.Client(await host.TokenAsync("deploy-bot --scope lines,read"));
        var (_, said) = await client.PostAsync("/api/lines", new { line = "INC-1 note v42 is out" });
        var (status, message) = await client.PostAsync("/api/incidents/INC-1/messages", new { text = "hello", by = "api:deploy-bot" });
        Assert.That((said.Text("reply"), status, message.Text("by"), message.Text("via")), Is.EqualTo(("deploy-bot noted: v42 is out.", HttpStatusCode.Created, "deploy-bot", "api")));
        var entry = (await client.ReadAsync($"/api/incidents/INC-1/timeline?after={message.GetProperty("number").GetInt32() - 1}&take=1")).Json.GetProperty("entries")[0];
        Assert.That(entry.Text("sentence"), Does.StartWith("deploy-bot"));
    }

    [Test]
    public async Task The_API_never_takes_the_cookie()
    {
        await host.AdmitAsync("web:eve", "Eve");
        using var eve = await Visitor.EnterAsync(host, "Eve");
        Assert.That((await eve.PageAsync("/incidents")).QuerySelector("#list")!.TextContent, Does.Contain("Checkout is down"));
        using var refused = await eve.GetAsync("/api/incidents");
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task What_is_private_to_others_is_not_there_for_a_token()
    {
        await host.SayAsync("declare Stolen laptop --private");
        var (hidden, missing) = ((await AnswerAsync("/api/incidents/INC-2", $"Bearer {reader.Text}")).Sentence, (await AnswerAsync("/api/incidents/INC-777", $"Bearer {reader.Text}")).Sentence);
        Assert.That(hidden, Is.EqualTo(missing!.Replace("INC-777", "INC-2")).And.StartsWith("There is no INC-2."));
        using var client = host.Client(reader);
        Assert.That((await client.ReadAsync("/api/incidents")).Json.ToString(), Does.Not.Contain("laptop"));
    }

    [Test]
    public async Task The_description_tells_how_tokens_are_carried_and_what_each_address_needs()
    {
        using var client = host.Client(reader);
        var (_, document) = await client.ReadAsync("/openapi/v1.json");
        var scheme = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token");
        Assert.That((scheme.Text("type"), scheme.Text("scheme")), Is.EqualTo(("http", "bearer")));
        var line = document.GetProperty("paths").GetProperty("/api/lines").GetProperty("post");
        Assert.That(line.GetProperty("security")[0].TryGetProperty("token", out _), Is.True);
        Assert.That(line.Text("description"), Does.EndWith("Needs the scope lines."));
    }

    private async Task<(HttpStatusCode Status, string Scheme, string? Sentence)> AnswerAsync(string address, string? header)
    {
        using var client = host.Client();
        if (header is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return (answer.StatusCode, answer.Headers.WwwAuthenticate.ToString(), (await System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<System.Text.Json.JsonElement>(answer.Content)).Text("detail"));
    }
}
