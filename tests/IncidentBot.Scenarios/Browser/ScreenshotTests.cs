using IncidentBot.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Scenarios.Browser;

/// <summary>Takes the README's pictures into <c>docs/</c> when SCREENSHOTS=1 is set; otherwise it only walks the same way.</summary>
[Category("Browser")]
internal sealed class ScreenshotTests
{
    private static readonly bool Takes = Environment.GetEnvironmentVariable("SCREENSHOTS") == "1";

    [Test]
    public async Task The_pictures_of_the_README_can_be_taken()
    {
        await using var host = RunningHost.Start();
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await using var ben = await Guest.EnterAsync(host.Address, "Ben Okafor");
        await TellAsync(ana, ben);
        await TakeAsync(ana, "war-room.png");

        await using var dark = await Guest.EnterAsync(host.Address, "Cleo Marsh", new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 1280, Height = 800 } });
        await dark.GoAsync("/rooms/INC-1");
        await TakeAsync(dark, "war-room-dark.png");
        await ana.GoAsync("/incidents/INC-1");
        await TakeAsync(ana, "timeline.png");
    }

    private static async Task TellAsync(Guest ana, Guest ben)
    {
        await ana.DeclareAsync("sev2 Checkout returns 500 for card payments --service checkout");
        await ben.GoAsync("/rooms/INC-1");
        await ana.PressAsync("Take command");
        await Expect(ana.Card).ToContainTextAsync("Ana Ruiz");
        await ben.TypeAsync("Errors began with the 09:40 deploy of the pricing service:\n```\nPOST /pay 500 upstream connect error (111)\n```");
        await Expect(ana.Log).ToContainTextAsync("upstream connect error");
        await ana.TypeAsync("/incident impact \"Card payments fail for customers in the EU; wallets work.\" --customers 1200");
        await Expect(ana.Card).ToContainTextAsync("wallets work");
        await ana.PressAsync("Start triage");
        await Expect(ana.Log).ToContainTextAsync("triage", new() { IgnoreCase = true });
        await ana.TypeAsync("DECISION: roll back before we look for the cause");
        await Expect(ben.Log).ToContainTextAsync("decided:");
        await ben.TypeAsync("Rolling back now, 3 minutes.");
        await Expect(ana.Log).ToContainTextAsync("3 minutes");
        var message = ana.Log.Locator("li.said").First;
        await message.HoverAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = "Mark as a key event" }).ClickAsync();
        await Expect(message).ToContainClassAsync("pinned");
        await ana.Composer.FocusAsync();
        await ana.Page.Mouse.MoveAsync(5, 5);
    }

    private static async Task TakeAsync(Guest guest, string name)
    {
        if (!Takes) return;
        await guest.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs", name), Animations = ScreenshotAnimations.Disabled });
    }
}
