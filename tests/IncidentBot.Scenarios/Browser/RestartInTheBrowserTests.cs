using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Scenarios.Browser;

[Category("Browser")]
internal sealed class RestartInTheBrowserTests
{
    private const int Patience = 60_000;

    private string directory = "";

    [SetUp]
    public void MakeDirectory() => directory = Directory.CreateTempSubdirectory("incidentbot-").FullName;

    [TearDown]
    public void RemoveDirectory() => Directory.Delete(directory, recursive: true);

    [Test]
    public async Task A_killed_server_costs_neither_the_page_nor_the_draft_nor_a_word()
    {
        var port = HostProcess.FreePort();
        using var first = await HostProcess.ServeAsync(directory, port);
        await using var ana = await Guest.EnterAsync(first.Address, "Ana Ruiz");
        await using var ben = await Guest.EnterAsync(first.Address, "Ben Okafor");
        await ana.DeclareAsync("sev2 The server dies");
        await ben.GoAsync(new Uri(ana.Page.Url).AbsolutePath);
        await ana.TypeAsync("said before");
        await Expect(ben.Log).ToContainTextAsync("said before");
        await ana.Page.EvaluateAsync("() => { window.samePage = true; }");

        first.Kill();
        await Expect(ana.Page.Locator("#pill")).ToHaveTextAsync("Reconnecting…");
        await ana.TypeAsync("said while it was away");
        await Expect(ana.Page.Locator(".unsent.waiting")).ToContainTextAsync("Waiting to send");
        await ana.Composer.PressSequentiallyAsync("half a dra");
        using var second = await HostProcess.ServeAsync(directory, port);

        await ana.IsLiveAsync();
        await ben.IsLiveAsync();
        await Expect(ben.Log.GetByText("said while it was away")).ToHaveCountAsync(1, new() { Timeout = Patience });
        await Expect(ana.Page.Locator(".unsent")).ToHaveCountAsync(0);
        await Expect(ana.Log.GetByText("said while it was away")).ToHaveCountAsync(1);
        await Expect(ana.Log.GetByText("said before")).ToHaveCountAsync(1);
        await Expect(ana.Composer).ToHaveValueAsync("half a dra");
        Assert.That(await ana.Page.EvaluateAsync<bool>("() => window.samePage === true"), Is.True, "the page was not loaded again");

        await ana.Page.ReloadAsync();
        await ana.IsLiveAsync();
        await Expect(ana.Composer).ToHaveValueAsync("half a dra");
        await Expect(ana.Log.GetByText("said while it was away")).ToHaveCountAsync(1);
        await ana.PressAsync("Take command");
        await Expect(ben.Card).ToContainTextAsync("Ana Ruiz");
    }

    [Test]
    public async Task What_waits_to_be_sent_outlives_a_reload_and_is_sent_once()
    {
        await using var host = RunningHost.Start();
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await ana.DeclareAsync("sev3 Cut");
        // The request arrives, its answer is lost: the page cannot know, and must ask again under the same key.
        var cut = true;
        await ana.Page.RouteAsync("**/said", async route =>
        {
            if (!cut) { await route.ContinueAsync(); return; }
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await ana.TypeAsync("did this arrive?");
        await Expect(ana.Page.Locator(".unsent.waiting")).ToBeVisibleAsync();

        await ana.Page.ReloadAsync();
        cut = false;

        await ana.IsLiveAsync();
        await Expect(ana.Page.Locator(".unsent")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Expect(ana.Log.GetByText("did this arrive?")).ToHaveCountAsync(1);
    }

    [Test]
    public async Task A_form_that_could_not_be_sent_keeps_what_was_typed()
    {
        await using var host = RunningHost.Start();
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await ana.DeclareAsync("sev3 Form");
        await ana.PressAsync("Record decision");
        await ana.FillAsync("What was decided?", "We fail over to Dublin.");
        await ana.Page.RouteAsync("**/lines", route => route.AbortAsync());
        await ana.Page.Locator("dialog footer button[type=submit]").ClickAsync();
        await Expect(ana.Page.Locator("#form-fault")).ToContainTextAsync("What you typed is kept");

        await ana.Page.UnrouteAsync("**/lines");
        await ana.Page.ReloadAsync();
        await ana.IsLiveAsync();
        await ana.PressAsync("Record decision");
        await Expect(ana.Page.Locator("dialog").GetByLabel("What was decided?")).ToHaveValueAsync("We fail over to Dublin.");
        await ana.SubmitAsync();
        await Expect(ana.Log).ToContainTextAsync("decided: We fail over to Dublin.");
    }
}
