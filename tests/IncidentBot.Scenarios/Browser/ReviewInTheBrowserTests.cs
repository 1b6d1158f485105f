using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Scenarios.Browser;

[Category("Browser")]
internal sealed class ReviewInTheBrowserTests
{
    private static readonly ViewportSize Desk = new() { Width = 1280, Height = 800 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("REVIEW_PICTURES");

    private RunningHost host = null!;

    [SetUp]
    public void Start() => host = RunningHost.Start();

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCaseSource(typeof(Screens), nameof(Screens.All))]
    public async Task A_review_is_written_with_a_preview_given_away_finished_and_reopened(ColorScheme scheme, bool phone)
    {
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz", new() { ColorScheme = scheme, ViewportSize = phone ? Phone : Desk, HasTouch = phone });
        await ResolveAsync(ana);
        await ana.GoAsync("/incidents/INC-1/review");
        await CheckAsync(ana, "draft", scheme, phone);

        await Button(ana, "Write: What went well").ClickAsync();
        await ana.Page.Locator("#text-well").FillAsync("# Calm\n\n- The **rollback** was quick.\n- [trace](https://fine.example)\n\n| who | when |\n|---|---|\n| Ana | 09:12 |\n\n```\nlong " + new string('x', 90) + "\n```");
        await Expect(ana.Page.Locator("#preview-well strong")).ToHaveTextAsync("rollback");
        await CheckAsync(ana, "editor", scheme, phone);
        await ana.Page.Locator("form[data-part=well]").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(ana.Page.Locator("#part-well > .prose strong")).ToHaveTextAsync("rollback");
        await Expect(ana.Page.Locator("form[data-part]")).ToHaveCountAsync(0);

        await Button(ana, "Submit").ClickAsync();
        await Expect(ana.Page.Locator(".state")).ToHaveTextAsync("In review");
        await CheckAsync(ana, "in review", scheme, phone);
        await Button(ana, "Finish").ClickAsync();
        await Expect(ana.Page.Locator(".state")).ToHaveTextAsync("Finished");
        await Expect(ana.Page.Locator("[data-edit]")).ToHaveCountAsync(0);
        await CheckAsync(ana, "finished", scheme, phone);
        await Button(ana, "Reopen").ClickAsync();
        await ana.FillAsync("Why?", "The cause is missing.");
        await CheckAsync(ana, "reopening", scheme, phone);
        await ana.SubmitAsync();
        await Expect(ana.Page.Locator(".state")).ToHaveTextAsync("Draft");
        Assert.That(ana.Faults, Is.Empty);
    }

    [Test]
    public async Task Two_people_who_write_the_same_part_bring_both_texts_together()
    {
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await using var ben = await Guest.EnterAsync(host.Address, "Ben Okafor");
        await ana.DeclareAsync("sev3 Both write");
        foreach (var guest in new[] { ana, ben })
        {
            await guest.GoAsync("/incidents/INC-1/review");
            await Button(guest, "Write: Lessons").ClickAsync();
        }
        await ana.Page.Locator("#text-lessons").FillAsync("Ana: test the rollback");
        await ben.Page.Locator("#text-lessons").FillAsync("Ben: warm the cache");
        await Save(ben).ClickAsync();
        await Expect(ana.Page.Locator("#part-lessons > .prose")).ToContainTextAsync("warm the cache");
        await Expect(ana.Page.Locator("#text-lessons")).ToHaveValueAsync("Ana: test the rollback");
        await Expect(ana.Page.Locator("#text-lessons")).ToBeFocusedAsync();

        await Save(ana).ClickAsync();
        await Expect(ana.Page.Locator("#fault-lessons")).ToContainTextAsync("Ben Okafor changed “Lessons” while you were writing");
        await Expect(ana.Page.Locator("#their-lessons")).ToHaveValueAsync("Ben: warm the cache");
        await Expect(ana.Page.Locator("#text-lessons")).ToHaveValueAsync("Ana: test the rollback");
        await CheckAsync(ana, "conflict", ColorScheme.Light, phone: false);
        await Button(ana, "Add it below mine").ClickAsync();
        await Save(ana).ClickAsync();
        await Expect(ben.Page.Locator("#part-lessons > .prose")).ToContainTextAsync("Ana: test the rollback");
        await Expect(ben.Page.Locator("#part-lessons > .prose")).ToContainTextAsync("Ben: warm the cache");
        Assert.That(ana.Faults.Concat(ben.Faults), Is.Empty);
    }

    [Test]
    public async Task A_draft_outlives_a_reload_and_a_save_that_did_not_get_through()
    {
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await ana.DeclareAsync("sev3 Drafted");
        await ana.GoAsync("/incidents/INC-1/review");
        await Button(ana, "Write: Lessons").ClickAsync();
        await ana.Page.Locator("#text-lessons").FillAsync("Half a thou");
        await ana.Page.ReloadAsync();
        await ana.IsLiveAsync();
        await Expect(ana.Page.Locator("#text-lessons")).ToHaveValueAsync("Half a thou");
        await Expect(ana.Page.Locator("#preview-lessons")).ToContainTextAsync("Half a thou");

        await ana.Page.Context.SetOfflineAsync(true);
        await Save(ana).ClickAsync();
        await Expect(ana.Page.Locator("#fault-lessons")).ToContainTextAsync("The server cannot be reached, so nothing was done.");
        await ana.Page.Context.SetOfflineAsync(false);
        await ana.IsLiveAsync();
        await ana.Page.Locator("#text-lessons").FillAsync("A whole thought");
        await Save(ana).ClickAsync();
        await Expect(ana.Page.Locator("#part-lessons > .prose")).ToHaveTextAsync("A whole thought");
        // Others may see it a moment before its author's own page is told that it is kept.
        await Expect(ana.Page.Locator("form[data-part]")).ToHaveCountAsync(0);
        await ana.Page.ReloadAsync();
        await ana.IsLiveAsync();
        await Expect(ana.Page.Locator("form[data-part]")).ToHaveCountAsync(0);
    }

    private static ILocator Button(Guest guest, string label) => guest.Page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    private static ILocator Save(Guest guest) => guest.Page.Locator("form[data-part]").GetByRole(AriaRole.Button, new() { Name = "Save" });

    private static async Task ResolveAsync(Guest guest)
    {
        await guest.DeclareAsync("sev2 Checkout returns 500 for card payments --service checkout");
        string[] lines =
        [
            "/incident role claim commander", "/incident triage", "/incident impact \"Card payments fail for customers in the EU; wallets work.\" --customers 1200", "/incident severity sev1 \"the whole EU\"",
            "/incident update internal \"We look at the 09:40 deploy.\"", "/incident contain", "DECISION: roll back before we look for the cause", "/incident remediate", "/incident monitor", "/incident update internal \"Rolled back; error rates are normal.\"",
            "/incident followup \"alert on the payment error rate\" --owner me --due 2w", "/incident impact \"Card payments failed in the EU.\" --end now", "/incident resolve \"rolled back\"",
        ];
        foreach (var line in lines)
        {
            var before = await guest.Log.Locator("> li").CountAsync();
            await guest.TypeAsync(line);
            await Expect(guest.Log.Locator("> li").Nth(before)).ToBeVisibleAsync();
        }
        await Expect(guest.Card.Locator(".steps .now, .brief").First).ToContainTextAsync("Review");
    }

    private static async Task CheckAsync(Guest guest, string state, ColorScheme scheme, bool phone)
    {
        await TakeAsync(guest, $"{state}-{scheme}{(phone ? "-phone" : "")}");
        var (found, overflow) = (await guest.AxeAsync(), await guest.OverflowAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Is.Empty, state);
            Assert.That(overflow, Is.Zero, $"{state} is wider than the screen");
        }
    }

    // Pictures to look at, when somebody says where to put them.
    private static async Task TakeAsync(Guest guest, string name)
    {
        if (Pictures is null) return;
        var size = guest.Page.ViewportSize!;
        await guest.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name.Replace(' ', '-')}.png"), Animations = ScreenshotAnimations.Disabled });
        if (!name.StartsWith("finished", StringComparison.Ordinal)) return;
        await guest.Page.SetViewportSizeAsync(size.Width, 4600);
        await guest.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-whole.png"), Animations = ScreenshotAnimations.Disabled });
        await guest.Page.SetViewportSizeAsync(size.Width, size.Height);
        await guest.Page.PdfAsync(new() { Path = Path.Combine(Pictures, $"{name}.pdf"), PreferCSSPageSize = true, Format = "A4" });
        foreach (var extension in new[] { "html", "md", "json" })
        {
            var file = await guest.Page.APIRequest.GetAsync(new Uri(guest.Address, $"/incidents/INC-1/review.{extension}").ToString());
            await File.WriteAllBytesAsync(Path.Combine(Pictures, $"review.{extension}"), await file.BodyAsync());
        }
    }
}
