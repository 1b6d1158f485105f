using System.Net;
using AngleSharp.Dom;
using IncidentBot.Scenarios.WarRoom;

namespace IncidentBot.Scenarios.Alerts;

/// <summary>What people see and press when an alert comes that no incident has.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ProposedInTheGeneralRoom : IAsyncDisposable
{
    private readonly RunningHost host = Sender.Host();
    private readonly Sender sender;

    public ProposedInTheGeneralRoom() => sender = new Sender(host);

    [Test]
    public async Task The_card_shows_the_alert_and_declaring_from_it_leads_to_the_room()
    {
        using var ana = await Visitor.EnterAsync(host, "Ana");
        await ana.DeclareAsync("Another trouble");
        await ProposeAsync("Disk full");
        var card = await CardAsync(ana, "Disk full");
        Assert.That(card.TextContent, Does.Contain("db-1 has no space").And.Contain("SEV1").And.Contain("Nagios").And.Contain("2026-01-23 09:40 UTC"));
        Assert.That(card.QuerySelector("a[target=_blank]")!.GetAttribute("href"), Is.EqualTo("https://grafana.example/d/1"));
        Assert.That(card.QuerySelectorAll("option").Select(option => option.GetAttribute("value")), Has.Some.Match("^INC-1 attach [0-9]+$"));

        var pressed = await ana.PressAsync("general", Line(card));
        Assert.That(pressed.Outcome, Is.EqualTo("form"));
        Assert.That(Field(pressed, "word:title").GetAttribute("value"), Is.EqualTo("db-1 has no space"));
        var filled = await FillAsync(ana, pressed);
        Assert.That(filled.Redirect, Is.EqualTo("/rooms/INC-2"));
        Assert.That((await ana.PageAsync("/rooms/INC-2")).QuerySelector("#log")!.TextContent, Does.Contain("Alert: Disk full"));
        await UntilAsync(async () => (await ana.PageAsync("/")).QuerySelector("#log")!.TextContent.Contains("INC-2 has it.", StringComparison.Ordinal));
    }

    [Test]
    public async Task The_second_who_presses_declare_is_told()
    {
        using var ana = await Visitor.EnterAsync(host, "Ana");
        using var ben = await Visitor.EnterAsync(host, "Ben");
        await ProposeAsync("Disk full");
        var line = Line(await CardAsync(ana, "Disk full"));
        var (anas, bens) = (await ana.PressAsync("general", line), await ben.PressAsync("general", line));
        await FillAsync(ana, anas);
        var refused = await FillAsync(ben, bens);
        Assert.That((refused.Outcome, refused.Redirect), Is.EqualTo(("refused", (string?)null)));
        Assert.That(refused.Body.TextContent, Does.Contain("INC-1 was declared for this alert already."));
    }

    [Test]
    public async Task It_can_be_attached_to_an_open_incident()
    {
        using var ana = await Visitor.EnterAsync(host, "Ana");
        await ana.DeclareAsync("Reports are late");
        await ProposeAsync("Disk full");
        var card = await CardAsync(ana, "Disk full");
        var attach = card.QuerySelectorAll("option").Select(option => option.GetAttribute("value")!).Single(line => line.Contains("attach", StringComparison.Ordinal));
        var answer = await ana.PressAsync("general", attach);
        Assert.That((answer.Outcome, answer.Body.TextContent.Contains("Ana attached the alert Disk full", StringComparison.Ordinal)), Is.EqualTo(("done", true)));
        Assert.That(await sender.SendAsync(new { name = "Disk full", state = "firing", fingerprint = "Disk full" }), Is.EqualTo("repeated INC-1"));
    }

    [Test]
    public async Task Whoever_may_not_see_the_incident_sees_the_alert_as_before()
    {
        using var ana = await Visitor.EnterAsync(host, "Ana");
        using var otto = await Visitor.EnterAsync(host, "Otto");
        await ProposeAsync("Odd login");
        var before = (await CardAsync(otto, "Odd login")).TextContent;
        await ana.PressAsync("general", Line(await CardAsync(ana, "Odd login")) + " \"Somebody is in our mail\" --private");
        await UntilAsync(async () => (await ana.PageAsync("/")).QuerySelector("#log")!.TextContent.Contains("INC-1 has it.", StringComparison.Ordinal));

        Assert.That((await CardAsync(otto, "Odd login")).TextContent, Is.EqualTo(before));
        Assert.That((await otto.PageAsync("/")).Body!.TextContent, Does.Not.Contain("INC-1").And.Not.Contain("our mail"));
        Assert.That(await sender.SendAsync(new { name = "Odd login", state = "cleared", fingerprint = "Odd login" }), Is.EqualTo("cleared"));
    }

    [Test]
    public async Task When_it_clears_the_card_says_so_live()
    {
        using var ana = await Visitor.EnterAsync(host, "Ana");
        using var page = await ana.StreamAsync("/rooms/general/events?after=0");
        await ProposeAsync("Disk full");
        await page.UntilAsync(": Disk full");
        Assert.That(await sender.SendAsync(new { name = "Disk full", state = "cleared", fingerprint = "Disk full" }), Is.EqualTo("cleared"));
        var redrawn = await page.UntilAsync("it cleared by itself");
        Assert.That(redrawn.Data, Does.Contain("outerMorph").And.Not.Contain("declare --alert"));
    }

    [Test]
    public async Task Hostile_text_is_only_text()
    {
        const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"' --private";
        using var ana = await Visitor.EnterAsync(host, "Ana");
        await sender.SendAsync(new { name = Hostile, state = "firing", summary = Hostile, source = "x" + Hostile[..40], link = "javascript:alert(1)", labels = new Dictionary<string, string> { [Hostile] = Hostile } });
        await sender.SendAsync(new { name = Hostile, state = "firing", fingerprint = "two", summary = Hostile, labels = new { team = "payments", service = Hostile } });
        foreach (var path in new[] { "/", "/rooms/INC-1", "/incidents", "/incidents/INC-1" })
        {
            var page = await ana.PageAsync(path);
            Assert.That(page.QuerySelectorAll("script:not([src]), img, [onerror], a[href^=javascript]"), Is.Empty, path);
        }
        Assert.That((await CardAsync(ana, "")).TextContent, Does.Contain("<script>alert(1)</script>"));
    }

    public async ValueTask DisposeAsync()
    {
        sender.Dispose();
        await host.DisposeAsync();
    }

    private async Task ProposeAsync(string name) => Assert.That(await sender.SendAsync(new
    {
        name, state = "firing", fingerprint = name, summary = "db-1 has no space", severity = "critical", startedAt = "2026-01-23T09:40:00Z", source = "Nagios", link = "https://grafana.example/d/1",
    }), Is.EqualTo("proposed"));

    private static async Task<IElement> CardAsync(Visitor visitor, string name) => (await visitor.PageAsync("/")).QuerySelectorAll("#log .card")
        .Single(card => card.QuerySelector("h2")!.TextContent is var headline && headline.StartsWith("Alert ", StringComparison.Ordinal) && headline.EndsWith(name, StringComparison.Ordinal));

    private static string Line(IElement card) => System.Text.Json.JsonDocument.Parse(card.QuerySelector("button.primary")!.GetAttribute("hx-vals")!).RootElement.GetProperty("line").GetString()!;

    private static IElement Field(Answer answer, string name) => answer.Body.QuerySelector($"[name='{name}']")!;

    private static Task<Answer> FillAsync(Visitor visitor, Answer form) => visitor.PostAsync("/rooms/general/lines", form.Body.QuerySelectorAll("[name]").Select(field =>
        (field.GetAttribute("name")!, field.QuerySelector("option[selected]")?.GetAttribute("value") ?? field.GetAttribute("value") ?? "")));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds()) await Task.Delay(20, patience.Token);
    }
}
