using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Scenarios.Browser;

[Category("Browser")]
internal sealed class LookTests
{
    private static readonly ViewportSize Desk = new() { Width = 1280, Height = 800 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    [TestCaseSource(typeof(Screens), nameof(Screens.All))]
    public async Task Axe_finds_nothing_on_any_page_in_any_state(ColorScheme scheme, bool phone)
    {
        await using var host = RunningHost.Start();
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz", new() { ColorScheme = scheme, ViewportSize = phone ? Phone : Desk, HasTouch = phone });
        await CheckAsync(ana, "general, empty");
        await ana.TypeAsync("/incident declare");
        await Expect(ana.Page.Locator("dialog[open]")).ToBeVisibleAsync();
        await CheckAsync(ana, "form");
        await ana.Page.Keyboard.PressAsync("Escape");
        await ana.Composer.FillAsync("/");
        await CheckAsync(ana, "completion");
        await ana.DeclareAsync("sev1 A title that is long enough to need a second line even on a wide screen, because people write what they see and not what fits there");
        await ana.TypeAsync("Look: https://example.com/a-very-long-address-without-any-place-to-break/" + new string('x', 120) + " and `code`");
        await ana.TypeAsync("DECISION: fail over");
        await ana.TypeAsync("/incident help");
        await ana.TypeAsync("/incident resolve it");
        await Expect(ana.Page.Locator("#notice .refused")).ToBeVisibleAsync();
        await CheckAsync(ana, "room with card, messages, a private answer and a refusal");
        await OpenThreadAsync(ana);
        await CheckAsync(ana, "thread");

        foreach (var path in new[] { "/incidents", "/incidents?text=nothing", "/incidents/INC-1", "/incidents/INC-1?show=everything", "/" })
        {
            await ana.GoAsync(path);
            await CheckAsync(ana, path);
        }
        await ana.Page.GotoAsync(new Uri(host.Address, "/who").ToString());
        await CheckAsync(ana, "name");
        await ana.Page.GotoAsync(new Uri(host.Address, "/rooms/INC-99").ToString());
        await CheckAsync(ana, "nothing here");
        await ana.Page.GotoAsync(new Uri(host.Address, "/nowhere").ToString());
        await CheckAsync(ana, "no such page");
        Assert.That(ana.Faults, Is.Empty);
    }

    [Test]
    public async Task On_a_phone_the_side_bar_opens_over_the_room_and_the_card_unfolds()
    {
        await using var host = RunningHost.Start();
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz", new() { ViewportSize = Phone, HasTouch = true, IsMobile = true });
        await ana.DeclareAsync("sev2 On the road");
        await Expect(ana.Card.GetByRole(AriaRole.Button, new() { Name = "Take command" })).ToBeHiddenAsync();
        await ana.Card.Locator("summary").ClickAsync();
        await ana.PressAsync("Take command");
        await Expect(ana.Card).ToContainTextAsync("Ana Ruiz");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Rooms", Exact = true }).ClickAsync();
        await ana.Page.Locator("#room-general").ClickAsync();
        await Expect(ana.Page.Locator("h1")).ToHaveTextAsync("general");
    }

    [Test]
    public async Task Nothing_is_asked_of_another_host()
    {
        await using var host = RunningHost.Start();
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        var asked = new List<string>();
        ana.Page.Request += (_, request) => asked.Add(request.Url);
        await ana.DeclareAsync("sev3 Offline");
        foreach (var path in new[] { "/", "/incidents", "/incidents/INC-1" }) await ana.GoAsync(path);
        Assert.That(asked.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)), Has.All.StartsWith(host.Address.ToString()));
    }

    private static async Task CheckAsync(Guest guest, string state)
    {
        var found = await guest.AxeAsync();
        var overflow = await guest.OverflowAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Is.Empty, state);
            Assert.That(overflow, Is.Zero, $"{state} is wider than the screen");
        }
    }

    private static async Task OpenThreadAsync(Guest guest)
    {
        var message = guest.Log.Locator("li.said").First;
        await message.GetByRole(AriaRole.Button, new() { Name = "Reply to", IncludeHidden = true }).First.DispatchEventAsync("click");
        await Expect(guest.Page.Locator("#thread textarea")).ToBeVisibleAsync();
    }
}
