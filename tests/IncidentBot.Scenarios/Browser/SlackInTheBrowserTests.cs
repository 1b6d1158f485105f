using IncidentBot.Scenarios.WarRoom;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Scenarios.Browser;

[Category("Browser")]
internal sealed class SlackInTheBrowserTests
{
    [TestCaseSource(typeof(Screens), nameof(Screens.All))]
    public async Task What_was_said_in_Slack_arrives_in_an_open_room_and_looks_right(ColorScheme scheme, bool phone)
    {
        await using var host = RunningHost.Start();
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz", new() { ColorScheme = scheme, ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 } });
        await ana.DeclareAsync("sev2 Checkout is down");
        await ana.TypeAsync("who is here?");
        await SaidInSlack.HearAsync(host, new IncidentId(1));
        await Expect(ana.Log).ToContainTextAsync("odd.txt");
        await Expect(ana.Log.Locator(".mark", new() { HasText = "read back later" })).ToHaveCountAsync(2);
        // What came another way or afterwards says so itself, right behind what the same person said.
        await Expect(ana.Log.Locator("li", new() { HasText = "before lunch" }).Locator(".by")).ToBeVisibleAsync();
        foreach (var path in new[] { "/rooms/INC-1", "/incidents/INC-1?show=everything" })
        {
            await ana.GoAsync(path);
            Assert.That(await ana.AxeAsync(), Is.Empty, path);
            Assert.That(await ana.OverflowAsync(), Is.Zero, path);
        }
        Assert.That(ana.Faults, Is.Empty);
    }
}
