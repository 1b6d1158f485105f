using IncidentBot.Scenarios.Insights;
using IncidentBot.TestKit;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Scenarios.Browser;

/// <summary>Insights and drills as people see them. With SCREENSHOTS=1 the README's picture is taken into <c>docs/</c>.</summary>
[Category("Browser")]
internal sealed class InsightsInTheBrowserTests
{
    private static readonly ViewportSize Desk = new() { Width = 1280, Height = 800 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    private RunningHost host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = RunningHost.Start(clock: new FakeTimeProvider(PastIncidents.Begin));
        using var script = host.Client();
        await new PastIncidents(script, host.Clock!).TellAsync();
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCaseSource(typeof(Screens), nameof(Screens.All))]
    public async Task Axe_finds_nothing_on_insights_and_drills(ColorScheme scheme, bool phone)
    {
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz", new() { ColorScheme = scheme, ViewportSize = phone ? Phone : Desk, HasTouch = phone });
        await ana.GoAsync("/incidents?drills=only");
        var drill = await ana.Page.Locator("#table tbody td.number").First.InnerTextAsync();
        foreach (var path in new[] { "/insights", "/insights?period=2026-01-01..2026-01-31", "/insights?period=soon&service=nothing", "/incidents?figure=all", "/incidents?figure=luck", "/incidents?drills=only", $"/rooms/{drill}", $"/incidents/{drill}", $"/incidents/{drill}/review" })
        {
            await ana.GoAsync(path);
            foreach (var fold in await ana.Page.Locator("details.numbers > summary").AllAsync()) await fold.ClickAsync();
            var (found, overflow) = (await ana.AxeAsync(), await ana.OverflowAsync());
            using (Assert.EnterMultipleScope())
            {
                Assert.That(found, Is.Empty, path);
                Assert.That(overflow, Is.Zero, $"{path} is wider than the screen");
            }
            await LookAsync(ana, $"{path.Trim('/').Replace('/', '-').Replace('?', ' ')} {scheme}{(phone ? " phone" : "")}");
        }
        Assert.That(ana.Faults, Is.Empty);
    }

    [Test]
    public async Task From_the_side_bar_to_a_number_to_its_incidents_and_back()
    {
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Insights" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "1 year" }).ClickAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Link, new() { Name = "1 year" })).ToHaveAttributeAsync("aria-current", "true");
        await ana.Page.GetByLabel("Severity at worst").SelectOptionAsync("SEV3");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(ana.Page.Locator(".insights > .about")).ToContainTextAsync("SEV3 at worst");
        await ana.IsLiveAsync();
        if (Takes) await ana.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs", "insights.png"), Animations = ScreenshotAnimations.Disabled });

        var tile = ana.Page.Locator(".tile", new() { HasText = "Incidents" }).First;
        var count = int.Parse(await tile.Locator(".figure").InnerTextAsync());
        await tile.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(ana.Page.Locator(".figure-note")).ToContainTextAsync($"{count} incidents that count");
        await Expect(ana.Page.Locator("#table tbody tr")).ToHaveCountAsync(count);
        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the insights" }).ClickAsync();
        await Expect(ana.Page.GetByLabel("Severity at worst")).ToHaveValueAsync("SEV3");
        Assert.That(ana.Faults, Is.Empty);
    }

    [Test]
    public async Task A_drill_is_started_by_a_button_and_its_room_says_what_it_is()
    {
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await ana.GoAsync("/incidents");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Start a drill" }).ClickAsync();
        await ana.FillAsync("What is wrong?", "The region is gone");
        await ana.Page.Locator("dialog footer button[type=submit]").ClickAsync();
        await Expect(ana.Page.Locator(".drill-banner")).ToContainTextAsync("This is a drill.");
        await ana.IsLiveAsync();
        await Expect(ana.Page.Locator("#rooms .room[aria-current] .drill-mark")).ToBeVisibleAsync();
    }

    private static bool Takes => Environment.GetEnvironmentVariable("SCREENSHOTS") == "1";

    // For looking at every page with one's own eyes: LOOK=<directory>.
    private static async Task LookAsync(Guest guest, string name)
    {
        if (Environment.GetEnvironmentVariable("LOOK") is not { Length: > 0 } directory) return;
        await guest.Page.EvaluateAsync("() => document.querySelectorAll('.page-scroll, .page, main, .house').forEach(part => { part.style.setProperty('height', 'auto'); part.style.setProperty('overflow', 'visible'); })");
        await guest.Page.ScreenshotAsync(new() { Path = Path.Combine(directory, name + ".png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }
}
