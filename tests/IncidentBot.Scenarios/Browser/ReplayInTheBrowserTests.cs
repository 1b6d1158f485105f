using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Scenarios.Browser;

[Category("Browser")]
internal sealed class ReplayInTheBrowserTests
{
    [TestCase(false)]
    [TestCase(true)]
    public async Task The_slider_shows_what_was_known_and_the_address_can_be_shared(bool darkPhone)
    {
        var look = new BrowserNewContextOptions { ViewportSize = darkPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 }, ColorScheme = darkPhone ? ColorScheme.Dark : ColorScheme.Light };
        await using var host = RunningHost.Start();
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz", look);
        await ana.DeclareAsync("sev3 Checkout is down");
        await ana.TypeAsync("/incident lead");
        await Expect(ana.Log).ToContainTextAsync("incident commander");
        await ana.TypeAsync("DECISION: roll back");
        await Expect(ana.Log).ToContainTextAsync("decided: roll back");
        await ana.TypeAsync("/incident sev sev1 nobody can pay");
        await Expect(ana.Log).ToContainTextAsync("SEV1");

        await ana.GoAsync("/incidents/INC-1");
        var mark = ana.Page.Locator("#replay-mark");
        await ana.Page.Locator("#replay > summary").ClickAsync();
        await ana.Page.Locator("#replay-slider").FocusAsync();
        await ana.Page.Keyboard.PressAsync("Home");
        await Expect(mark).ToContainTextAsync("(entry 1 of ");
        await Expect(ana.Page.Locator("#replay-then")).ToContainTextAsync("Nobody held a role.");
        await Expect(ana.Page.Locator("#replay-slider")).ToBeFocusedAsync();

        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Next key event" }).ClickAsync();
        await Expect(mark).Not.ToContainTextAsync("(entry 1 of ");
        await Expect(ana.Page.Locator("#replay-then")).ToContainTextAsync("Ana Ruiz incident commander");
        await Expect(ana.Page.Locator("#replay-then")).ToContainTextAsync("None was recorded.");
        Assert.That(new Uri(ana.Page.Url).Query, Does.Match("^\\?at=%23[0-9]+$"));
        Assert.That(await ana.AxeAsync(), Is.Empty);
        Assert.That(await ana.OverflowAsync(), Is.Zero);

        var told = await mark.TextContentAsync();
        await ana.Page.ReloadAsync();
        await Expect(mark).ToHaveTextAsync(told!);
        await ana.Page.Locator("#replay-back").ClickAsync();
        await Expect(mark).ToHaveCountAsync(0);
        Assert.That(ana.Faults, Is.Empty);
    }
}
