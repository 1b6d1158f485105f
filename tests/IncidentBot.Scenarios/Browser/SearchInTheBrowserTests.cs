using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Scenarios.Browser;

[Category("Browser")]
internal sealed class SearchInTheBrowserTests
{
    [TestCase(ColorScheme.Light, 1280)]
    [TestCase(ColorScheme.Dark, 390)]
    public async Task What_was_said_is_found_and_the_hit_leads_to_its_marked_place_on_the_timeline(ColorScheme scheme, int width)
    {
        await using var host = RunningHost.Start();
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz", new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
        await ana.DeclareAsync("sev2 Checkout returns 500");
        foreach (var said in new[] { "Überweisungen schlagen fehl", "the payment queue grows", "DECISION: roll back" }) await ana.TypeAsync(said);
        await Expect(ana.Log).ToContainTextAsync("decided:");

        await ana.GoAsync("/search");
        await CheckAsync(ana, "nothing asked yet");
        await ana.Page.GetByLabel("Words").FillAsync("uberweis");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Page.Locator(".hit mark")).ToHaveTextAsync("Überweisungen");
        await ana.IsLiveAsync();
        await CheckAsync(ana, "found");

        await ana.Page.Locator(".hit .excerpt a").ClickAsync();
        await Expect(ana.Page.Locator(".timeline .row:target")).ToContainTextAsync("Überweisungen schlagen fehl");
        await Expect(ana.Page.Locator(".timeline .row:target")).ToBeInViewportAsync();
        await ana.IsLiveAsync();
        await CheckAsync(ana, "landed");

        foreach (var path in new[] { "/search?q=zebra&stage=triage", "/search?q=x&since=whenever" })
        {
            await ana.GoAsync(path);
            await CheckAsync(ana, path);
        }
        await ana.GoAsync("/rooms/INC-1");
        await ana.TypeAsync("/incident search queue");
        await Expect(ana.Page.Locator(".aside .card").First).ToContainTextAsync("the payment queue grows");
        await CheckAsync(ana, "answer in the room");
        Assert.That(ana.Faults, Is.Empty);
    }

    private static async Task CheckAsync(Guest guest, string state)
    {
        var (found, overflow) = (await guest.AxeAsync(), await guest.OverflowAsync());
        Assert.That((string.Join('\n', found), overflow), Is.EqualTo(("", 0)), state);
    }
}
