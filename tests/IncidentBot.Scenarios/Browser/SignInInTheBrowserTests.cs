using IncidentBot.Scenarios.SigningIn;
using IncidentBot.TestKit;
using Microsoft.Playwright;
using static IncidentBot.Scenarios.SigningIn.SignedInHost;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Scenarios.Browser;

[Category("Browser")]
internal sealed class SignInInTheBrowserTests
{
    private static readonly ViewportSize Desk = new() { Width = 1280, Height = 800 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    [Test]
    public async Task A_link_leads_through_the_provider_into_the_room_and_after_signing_out_to_the_provider_again()
    {
        await using var house = await SignedInHost.StartAsync();
        using var boss = await house.EnterAsync(Boss);
        var incident = await boss.DeclareAsync("Linked");
        (house.Provider.Somebody, house.Provider.AsksFirst) = (Ana, true);
        await using var ana = await Guest.OpenAsync(house.Host.Address, $"/rooms/{incident}");

        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Continue as Ana Ruiz" }).ClickAsync();
        await ana.IsLiveAsync();
        await Expect(ana.Page.Locator("h1")).ToContainTextAsync("Linked");
        await ana.GoAsync("/");
        await ana.DeclareAsync("sev2 Declared by a proven person");
        await Expect(ana.Log).ToContainTextAsync("Ana Ruiz");

        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Ana Ruiz responder" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(ana.Page.Locator("h1")).ToHaveTextAsync("You are signed out");
        await ana.Page.WaitForURLAsync("**/signed-out");

        await ana.Page.GotoAsync(new Uri(house.Host.Address, $"/rooms/{incident}").ToString());
        await Expect(ana.Page.GetByRole(AriaRole.Link, new() { Name = "Continue as Ana Ruiz" })).ToBeVisibleAsync();
        Assert.That(ana.Faults, Is.Empty);
    }

    [Test]
    public async Task Whoever_is_signed_out_while_they_write_loses_nothing()
    {
        await using var house = await SignedInHost.StartAsync();
        using var boss = await house.EnterAsync(Boss);
        var incident = await boss.DeclareAsync("Kept");
        house.Provider.Somebody = Ana;
        await using var ana = await Guest.OpenAsync(house.Host.Address, $"/rooms/{incident}");
        await ana.IsLiveAsync();
        await ana.Composer.FillAsync("half a thou");

        await boss.PressAsync("general", "people sign-out @ana");

        var door = ana.Page.Locator("#door");
        await Expect(door).ToContainTextAsync("You are signed out. What you typed is kept here.");
        await Expect(ana.Page.Locator("#pill")).ToHaveTextAsync("Signed out");
        await ana.TypeAsync("the whole thought");
        await Expect(ana.Page.Locator(".unsent")).ToContainTextAsync("Waiting to send. You are signed out.");
        await ana.Composer.FillAsync("and one more");
        Assert.That(await ana.AxeAsync(), Is.Empty);
        Assert.That(await ana.OverflowAsync(), Is.Zero);

        await door.GetByRole(AriaRole.Link, new() { Name = "Sign in again" }).ClickAsync();
        await ana.IsLiveAsync();
        Assert.That(new Uri(ana.Page.Url).AbsolutePath, Is.EqualTo($"/rooms/{incident}"));
        await Expect(ana.Log).ToContainTextAsync("the whole thought");
        await Expect(ana.Composer).ToHaveValueAsync("and one more");
        await Expect(door).ToHaveCountAsync(0);
    }

    [TestCase(ColorScheme.Light, false)]
    [TestCase(ColorScheme.Dark, false)]
    [TestCase(ColorScheme.Light, true)]
    public async Task Axe_finds_nothing_at_the_door_and_on_the_page_of_people(ColorScheme scheme, bool phone)
    {
        await using var house = await SignedInHost.StartAsync();
        using (await house.EnterAsync(Ana)) { }
        using (await house.EnterAsync(new("long", "Somebody With-A-Very-Long-Name Who Is In Many Groups") { Email = "somebody.with.a.very.long.address@department.example.com", Groups = ["guests", "a-group-whose-name-never-ends-and-goes-on", "sre", "payments", "platform"] })) { }
        var boss = await house.EnterAsync(Boss);
        await boss.DeclareAsync("Looked at");
        await boss.PressAsync("general", "people shut-out @ana her laptop was stolen");
        boss.Dispose();
        var options = new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = phone ? Phone : Desk, HasTouch = phone };

        house.Provider.Somebody = Ana;
        await using (var ana = await Guest.OpenAsync(house.Host.Address, "/", options)) await CheckAsync(ana, "not let in");
        house.Provider.Somebody = Gus;
        await using (var gus = await Guest.OpenAsync(house.Host.Address, "/rooms/INC-1", options))
        {
            await gus.IsLiveAsync();
            await CheckAsync(gus, "a reader's room");
            await gus.GoAsync("/");
            await CheckAsync(gus, "a reader in general");
            await gus.Page.GotoAsync(new Uri(house.Host.Address, "/people").ToString());
            await CheckAsync(gus, "for admins");
            await gus.Page.GotoAsync(new Uri(house.Host.Address, "/signed-out").ToString());
            await CheckAsync(gus, "signed out");
        }
        house.Provider.Somebody = Boss;
        await using var bea = await Guest.OpenAsync(house.Host.Address, "/people", options);
        await bea.IsLiveAsync();
        await CheckAsync(bea, "people");
        if (phone) await bea.Page.GetByRole(AriaRole.Button, new() { Name = "Rooms", Exact = true }).ClickAsync();
        await bea.Page.GetByRole(AriaRole.Button, new() { Name = "Bea Boss admin" }).ClickAsync();
        await CheckAsync(bea, "one's session");
        await bea.Page.Keyboard.PressAsync("Escape");
        if (phone) await bea.Page.Keyboard.PressAsync("Escape");
        await bea.Page.GetByRole(AriaRole.Button, new() { Name = "Shut out" }).First.ClickAsync();
        await Expect(bea.Page.Locator("dialog[open]")).ToBeVisibleAsync();
        await CheckAsync(bea, "shutting out");
        await bea.FillAsync("Why?", "left the company");
        await bea.SubmitAsync();
        await Expect(bea.Page.Locator(".people-list")).ToContainTextAsync("shut out");
        Assert.That(bea.Faults, Is.Empty);
    }

    private static async Task CheckAsync(Guest guest, string state)
    {
        if (Environment.GetEnvironmentVariable("INCIDENTBOT_PICTURES") is { Length: > 0 } folder)
            await guest.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{state.Replace(' ', '-').Replace("'", "")}-{TestContext.CurrentContext.Test.ID}.png") });
        var (found, overflow) = (await guest.AxeAsync(), await guest.OverflowAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Is.Empty, state);
            Assert.That(overflow, Is.Zero, $"{state} is wider than the screen");
        }
    }
}
