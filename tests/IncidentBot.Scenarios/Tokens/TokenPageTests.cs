using System.Net;
using IncidentBot.Scenarios.Api;
using IncidentBot.Scenarios.WarRoom;

namespace IncidentBot.Scenarios.Tokens;

internal sealed class TokenPageTests
{
    private RunningHost host = null!;
    private Visitor ada = null!;
    private Visitor eve = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = ClosedHouse.Start();
        await host.AdmitAsync("web:ada", "Ada", isAdmin: true);
        await host.AdmitAsync("web:eve", "Eve");
        ada = await Visitor.EnterAsync(host, "Ada");
        eve = await Visitor.EnterAsync(host, "Eve");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        ada.Dispose();
        eve.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task A_token_is_made_shown_once_used_and_revoked()
    {
        var made = await ada.PostAsync("/rooms/general/lines", ("line", "token make"), ("word:name", "grafana"), ("option:for", "30d"), ("option:speaks-for", ""), ("option:scope", "read"), ("option:scope", "alerts"));
        var token = made.Body.QuerySelector(".secret code")!.TextContent;
        Assert.That(made.Outcome, Is.EqualTo("done"));
        Assert.That(made.Body.TextContent, Does.Contain("Ada made the token grafana, which opens read and alerts until"));

        var row = (await ada.PageAsync("/tokens")).QuerySelector($"#token-{token.Split('_')[1]}")!.TextContent;
        Assert.That(row, Does.Contain("grafana").And.Contain("read and alerts").And.Contain("itself").And.Contain("by Ada").And.Contain("not since the start").And.Not.Contain(token[^43..]));
        using var client = host.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.That((await client.ReadAsync("/api/incidents")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await ada.PageAsync("/tokens")).QuerySelector("#tokens")!.TextContent, Does.Contain("today"));

        using var stream = await ada.StreamAsync("/tokens/events");
        await stream.UntilAsync("id=\"tokens\"");
        using var asked = await ada.GetAsync($"/tokens/{token.Split('_')[1]}/revoke");
        Assert.That(await asked.Content.ReadAsStringAsync(), Does.Contain("Revoke grafana?").And.Contain("Whoever carries it is shut out at once, for good."));
        await ada.PostAsync("/rooms/general/lines", ("line", $"token revoke {token.Split('_')[1]}"), ("word:reason", "it leaked"), ("filled", "1"));
        await stream.UntilAsync("1 revoked");
        Assert.That((await client.ReadAsync("/api/incidents")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task What_is_wrong_is_said_and_nothing_is_made()
    {
        var refused = await ada.PostAsync("/rooms/general/lines", ("line", "token make"), ("word:name", "two words"), ("option:scope", "read"));
        Assert.That(refused.Outcome, Is.EqualTo("refused"));
        Assert.That(refused.Body.TextContent, Does.Contain("“two words” is no name for a token."));
        var scopeless = await ada.PostAsync("/rooms/general/lines", ("line", "token make"), ("word:name", "nothing"));
        Assert.That((scopeless.Outcome, scopeless.Body.QuerySelector("dialog h2")!.TextContent), Is.EqualTo(("form", "Make a token")));
    }

    [TestCase("/tokens")]
    [TestCase("/tokens/events")]
    [TestCase("/tokens/x/revoke")]
    [TestCase("/audit")]
    [TestCase("/audit/events")]
    [TestCase("/audit/audit.csv")]
    [TestCase("/audit/audit.jsonl")]
    public async Task It_is_for_admins(string path)
    {
        using var answer = await eve.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        if (!path.EndsWith("events", StringComparison.Ordinal))
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("This page is for admins of IncidentBot. Ask one of them, or have your rights changed where people sign in."));
    }

    [Test]
    public async Task Only_admins_find_the_way()
    {
        Assert.That((await ada.PageAsync("/")).QuerySelector("#rooms a[href='/tokens']"), Is.Not.Null);
        Assert.That((await eve.PageAsync("/")).QuerySelector("#rooms a[href='/tokens'], #rooms a[href='/audit']"), Is.Null);
        var refused = await eve.PressAsync("general", "token make mine --scope admin");
        Assert.That(refused.Body.TextContent, Does.Contain("That is for admins of IncidentBot."));
    }
}
