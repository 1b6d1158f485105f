using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Scenarios.Browser;

/// <summary>A person at a real browser. What the page's scripts complain about fails the scenario, unless the server was taken away on purpose.</summary>
public sealed partial class Guest : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private Guest(IBrowserContext context, IPage page, Uri address)
    {
        (this.context, Page, Address) = (context, page, address);
        page.PageError += (_, error) => Faults.Add(error);
        page.Console += (_, line) =>
        {
            if (line.Type == "error" && !line.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && !line.Text.StartsWith("htmx: htmx:", StringComparison.Ordinal)) Faults.Add(line.Text);
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Where the server is.</summary>
    public Uri Address { get; }

    /// <summary>What scripts and the content security policy complained about.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>The room's composer.</summary>
    public ILocator Composer => Page.Locator(".column textarea");

    /// <summary>The room's messages and events.</summary>
    public ILocator Log => Page.Locator("#log");

    /// <summary>The incident's card.</summary>
    public ILocator Card => Page.Locator("#card");

    /// <summary>Somebody opens the war room, says who they are and stands in the general room.</summary>
    public static async Task<Guest> EnterAsync(Uri address, string name, BrowserNewContextOptions? options = null)
    {
        var profile = await Chromium.Running.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        var guest = new Guest(profile, await profile.NewPageAsync(), address);
        await guest.Page.GotoAsync(address.ToString());
        await guest.Page.GetByLabel("Your name").FillAsync(name);
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Enter the war room" }).ClickAsync();
        await guest.IsLiveAsync();
        return guest;
    }

    /// <summary>Somebody follows a link, wherever it leads.</summary>
    public static async Task<Guest> OpenAsync(Uri address, string path, BrowserNewContextOptions? options = null)
    {
        var profile = await Chromium.Running.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        var guest = new Guest(profile, await profile.NewPageAsync(), address);
        await guest.Page.GotoAsync(new Uri(address, path).ToString());
        return guest;
    }

    /// <summary>Waits until the page's stream flows.</summary>
    public Task IsLiveAsync() => Expect(Page.Locator("#pill")).ToHaveAttributeAsync("data-state", "live", new() { Timeout = 60_000 });

    /// <summary>Goes to a page and waits until it is alive.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(Address, path).ToString());
        await IsLiveAsync();
    }

    /// <summary>Types a line and sends it.</summary>
    public async Task TypeAsync(string line)
    {
        await Composer.FillAsync(line);
        // The completion's list, if it is open, is sent away; the line is sent as it was typed.
        await Composer.PressAsync("Escape");
        await Composer.PressAsync("Enter");
    }

    /// <summary>Declares an incident by typing and waits in its room.</summary>
    public async Task DeclareAsync(string title)
    {
        await TypeAsync($"/incident declare {title}");
        await Page.WaitForURLAsync(RoomAddress());
        await IsLiveAsync();
    }

    /// <summary>Presses a button of the card.</summary>
    public Task PressAsync(string label) => Card.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();

    /// <summary>Fills a blank of the open form.</summary>
    public Task FillAsync(string label, string value) => Page.Locator("dialog").GetByLabel(label).FillAsync(value);

    /// <summary>Sends the open form and waits until it is gone.</summary>
    public async Task SubmitAsync()
    {
        await Page.Locator("dialog footer button[type=submit]").ClickAsync();
        await Expect(Page.Locator("dialog")).ToHaveCountAsync(0);
    }

    /// <summary>What axe finds on the page as it is.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        // Colours that are on their way are no colours to judge.
        await Page.EvaluateAsync("() => Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => {})))");
        var result = await Page.RunAxe();
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {rule.Help} in {node.Html}"))];
    }

    /// <summary>By how many pixels the page is wider than the screen.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    [GeneratedRegex("/rooms/INC-[0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex RoomAddress();
}
