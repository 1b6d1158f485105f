using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Scenarios.Browser;

[Category("Browser")]
internal sealed partial class PrivateInTheBrowserTests
{
    [Test]
    public async Task What_becomes_private_goes_from_open_pages_at_once()
    {
        await using var host = RunningHost.Start();
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await ana.DeclareAsync("sev2 Stolen laptop");
        await using var eve = await Guest.EnterAsync(host.Address, "Eve");
        await using var otto = await Guest.EnterAsync(host.Address, "Otto");
        await using var away = await Guest.EnterAsync(host.Address, "Wei");
        await eve.GoAsync("/rooms/INC-1");
        await otto.GoAsync("/search?q=laptop");
        await Expect(otto.Page.Locator(".hit")).ToHaveCountAsync(1);
        await Expect(away.Page.Locator(".announced-1")).ToBeVisibleAsync();
        await away.Page.Context.SetOfflineAsync(true);
        await Expect(away.Page.Locator("#pill")).ToHaveAttributeAsync("data-state", "lost");

        await ana.TypeAsync("/incident private");

        await Expect(eve.Page.Locator("h1")).ToHaveTextAsync("There is nothing here.");
        await Expect(otto.Page.Locator(".hit")).ToHaveCountAsync(0);
        await away.Page.Context.SetOfflineAsync(false);
        await away.IsLiveAsync();
        await Expect(away.Page.Locator(".announced-1")).ToHaveCountAsync(0);
        foreach (var guest in new[] { eve, otto, away }) Assert.That(await guest.Page.ContentAsync(), Does.Not.Contain("Stolen laptop"));
    }

    [TestCaseSource(typeof(Screens), nameof(Screens.All))]
    public async Task A_room_that_has_ended_and_the_page_about_oneself_look_right(ColorScheme scheme, bool phone)
    {
        await using var host = RunningHost.Start();
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz", new() { ColorScheme = scheme, ViewportSize = new() { Width = phone ? 390 : 1280, Height = 800 }, HasTouch = phone });
        await ana.DeclareAsync("sev4 Slow pages");
        await ana.TypeAsync("I see 500s");
        await ana.TypeAsync("/incident cancel a false alarm");
        await Expect(ana.Page.Locator("#composing")).ToContainTextAsync("INC-1 is cancelled. Reopen it to go on.");
        await Expect(ana.Log.Locator("li.said [data-act=pin]")).ToBeHiddenAsync();
        await CheckAsync(ana, "just ended");
        await ana.GoAsync("/rooms/INC-1");
        await CheckAsync(ana, "ended");
        await ana.Page.Locator("#composing button").ClickAsync();
        await ana.FillAsync("Why?", "it is back");
        await ana.SubmitAsync();
        await ana.TypeAsync("still 500s");
        await Expect(ana.Log).ToContainTextAsync("still 500s");

        await ana.GoAsync("/me");
        await CheckAsync(ana, "me");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Get a code to link another identity" }).ClickAsync();
        await Expect(ana.Page.Locator(".aside h2")).ToHaveTextAsync(Code());
        await ana.Page.GetByLabel("The eight digits").FillAsync("0000 0000");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Link", Exact = true }).ClickAsync();
        await Expect(ana.Page.Locator("#notice .refused")).ToContainTextAsync("No code that still counts reads so.");
        await CheckAsync(ana, "me with a code and a refusal");
        Assert.That(ana.Faults, Is.Empty);
    }

    private static async Task CheckAsync(Guest guest, string state)
    {
        var (found, overflow) = (await guest.AxeAsync(), await guest.OverflowAsync());
        Assert.That((string.Join('\n', found), overflow), Is.EqualTo(("", 0)), state);
    }

    [GeneratedRegex("^Your code: [0-9]{4} [0-9]{4}$", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
