using IncidentBot.Ports;
using IncidentBot.Scenarios.Tokens;
using IncidentBot.Scenarios.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Scenarios.Browser;

[Category("Browser")]
internal sealed class HousePagesInTheBrowserTests
{
    [TestCase(ColorScheme.Light, 1280)]
    [TestCase(ColorScheme.Dark, 390)]
    public async Task A_token_is_made_copied_and_revoked_and_the_audit_tells_it(ColorScheme scheme, int width)
    {
        await using var host = RunningHost.Start();
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz", new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 }, Permissions = ["clipboard-read", "clipboard-write"] });
        await ana.GoAsync("/tokens");
        await CheckAsync(ana, "no tokens");
        await ana.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("deploy-bot");
        await ana.Page.GetByRole(AriaRole.Checkbox, new() { Name = "lines say lines and messages" }).CheckAsync();
        await ana.Page.GetByLabel("Whose words it may bring").FillAsync("@ana");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Make the token" }).ClickAsync();
        var token = ana.Page.Locator(".secret code");
        await Expect(token).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^ib_[0-9a-f]{12}_.{43}$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(ana.Page.Locator("#tokens")).ToContainTextAsync("read and lines");
        await Expect(ana.Page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("");
        await CheckAsync(ana, "made");

        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        Assert.That(await ana.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), Is.EqualTo(await token.TextContentAsync()));

        await host.TokenAsync("pager --scope alerts --for 3d");
        await Expect(ana.Page.Locator("#tokens")).ToContainTextAsync("pager");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke deploy-bot" }).ClickAsync();
        await Expect(ana.Page.Locator("dialog[open] h2")).ToHaveTextAsync("Revoke deploy-bot?");
        await CheckAsync(ana, "asked");
        await ana.FillAsync("Why", "it leaked");
        await ana.SubmitAsync();
        await Expect(ana.Page.Locator("#revoked")).ToContainTextAsync("1 revoked");
        await ana.Page.ReloadAsync();
        await ana.IsLiveAsync();
        await Expect(ana.Page.Locator(".secret")).ToHaveCountAsync(0);
        await ana.Page.Locator("#revoked summary").ClickAsync();
        await CheckAsync(ana, "list");

        foreach (var path in new[] { "/audit", "/audit?about=rules", "/audit?since=whenever" })
        {
            await ana.GoAsync(path);
            await CheckAsync(ana, path);
        }
        await ana.GoAsync("/audit?about=tokens&person=ana-ruiz");
        await Expect(ana.Log.Locator("li")).ToHaveTextAsync([new System.Text.RegularExpressions.Regex("revoked the token deploy-bot, because it leaked", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)), new System.Text.RegularExpressions.Regex("made the token deploy-bot", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))]);
        Assert.That(ana.Faults, Is.Empty);
    }

    [TestCase(ColorScheme.Light, 1280)]
    [TestCase(ColorScheme.Dark, 390)]
    public async Task What_waits_outside_and_what_waits_for_a_person_are_told_on_one_page(ColorScheme scheme, int width)
    {
        var pigeon = new ScriptedChat("pigeon") { Fault = deed => deed.StartsWith("open", StringComparison.Ordinal) ? new PromiseRefusedException("the workspace lets no app open rooms. Ask an owner.") : new IOException("There is no way to the pigeons.") };
        await using var host = RunningHost.Start(services: services => services.AddSingleton<IChat>(pigeon).AddSingleton(new PolicyBook(DefaultPolicy.Create() with { Chats = ["pigeon"] })));
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz", new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
        await ana.GoAsync("/waiting");
        await Expect(ana.Page.Locator("#waiting h2")).ToHaveTextAsync("Nothing waits.");
        await CheckAsync(ana, "nothing");

        await host.Services.GetRequiredService<IncidentDesk>().HearAsync(new Heard("declare \"Checkout is down\"", Person.WhoSays("Ana Ruiz"), "web", IncidentId.House));
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Retry 1.0" })).ToBeVisibleAsync();
        await Expect(ana.Page.Locator("#waiting .place")).ToContainTextAsync("There is no way to the pigeons.", new() { Timeout = 30_000 });
        await CheckAsync(ana, "waiting");
        await ana.GoAsync("/rooms/INC-1");
        await Expect(ana.Page.Locator("#card .waiting")).ToContainTextAsync("pigeon has not been reached since");
        await CheckAsync(ana, "card");
        Assert.That(ana.Faults, Is.Empty);
    }

    private static async Task CheckAsync(Guest guest, string state)
    {
        var (found, overflow) = (await guest.AxeAsync(), await guest.OverflowAsync());
        Assert.That((string.Join('\n', found), overflow), Is.EqualTo(("", 0)), state);
    }
}
