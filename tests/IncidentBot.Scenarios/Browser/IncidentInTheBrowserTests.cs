using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Scenarios.Browser;

[Category("Browser")]
internal sealed class IncidentInTheBrowserTests
{
    private RunningHost host = null!;

    [OneTimeSetUp]
    public void Start() => host = RunningHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task An_incident_runs_from_its_declaration_to_its_close_by_typing_and_clicking()
    {
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");

        await ana.TypeAsync("/incident declare");
        await ana.FillAsync("What is wrong?", "Checkout returns 500");
        await ana.FillAsync("Which service?", "checkout");
        await ana.Page.Locator("dialog footer button[type=submit]").ClickAsync();
        await Expect(ana.Page.Locator("h1")).ToContainTextAsync("Checkout returns 500");
        await ana.IsLiveAsync();

        await ana.PressAsync("Take command");
        await Expect(ana.Card).ToContainTextAsync("Ana Ruiz");
        await ana.PressAsync("Start triage");
        await StageIsAsync(ana, "Triage");
        await ana.PressAsync("State impact");
        await ana.FillAsync("Who is hurt, and how?", "Card payments fail for everybody in the EU.");
        await ana.SubmitAsync();
        await ana.PressAsync("Contain");
        await StageIsAsync(ana, "Containment");
        await ana.TypeAsync("DECISION: roll back the 09:40 deploy");
        await Expect(ana.Log).ToContainTextAsync("decided: roll back the 09:40 deploy");
        await ana.PressAsync("Remediate");
        await StageIsAsync(ana, "Remediation");
        await ana.PressAsync("Post update");
        await ana.FillAsync("How do things stand?", "Rolled back; error rate is falling.");
        await ana.SubmitAsync();
        await ana.PressAsync("Monitor");
        await StageIsAsync(ana, "Monitoring");
        await ana.TypeAsync("/incident impact \"Card payments failed in the EU.\" --end now");
        await Expect(ana.Card).ToContainTextAsync("until");
        await ana.PressAsync("Resolve");
        await StageIsAsync(ana, "Review");
        await ana.TypeAsync("/incident review submit");
        await Expect(ana.Log).ToContainTextAsync("gave the review to Ana Ruiz");
        await ana.TypeAsync("/incident review finish");
        await Expect(ana.Log).ToContainTextAsync("finished the review");
        await ana.TypeAsync("/incident close");
        await StageIsAsync(ana, "Closed");

        await ana.GoAsync(new Uri(ana.Page.Url).AbsolutePath.Replace("rooms", "incidents") + "?show=key");
        await Expect(ana.Log).ToContainTextAsync("declared SEV3");
        await Expect(ana.Log).ToContainTextAsync("Closed", new() { IgnoreCase = true });
        Assert.That(ana.Faults, Is.Empty);
    }

    [Test]
    public async Task Two_browsers_see_each_other_live()
    {
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await using var ben = await Guest.EnterAsync(host.Address, "Ben Okafor");
        await ana.DeclareAsync("sev2 Search is slow");

        await ben.Page.GetByRole(AriaRole.Link, new() { Name = "Open the room" }).Last.ClickAsync();
        await ben.IsLiveAsync();
        await ben.TypeAsync("I look at the index");
        await Expect(ana.Log).ToContainTextAsync("I look at the index");
        await ana.PressAsync("Take command");
        await Expect(ben.Card).ToContainTextAsync("Ana Ruiz");
        await ben.Card.GetByLabel("Severity").SelectOptionAsync(new SelectOptionValue { Label = "SEV1 critical" });
        await Expect(ana.Card.Locator(".sev-1")).ToBeVisibleAsync();

        await ana.Card.GetByLabel("Hand over to").FillAsync("@ben-okafor");
        await ana.Card.GetByLabel("Hand over to").PressAsync("Enter");
        await ben.PressAsync("Accept");
        await Expect(ana.Card.Locator(".fields")).ToContainTextAsync("Ben Okafor");
        Assert.That(ana.Faults.Concat(ben.Faults), Is.Empty);
    }

    [Test]
    public async Task Lowering_the_severity_asks_why_and_leaving_the_form_leaves_everything_as_it_was()
    {
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await ana.DeclareAsync("sev2 Reports are late");
        var severity = ana.Card.GetByLabel("Severity");

        await severity.SelectOptionAsync(new SelectOptionValue { Label = "SEV4 minor" });
        await Expect(ana.Page.Locator("dialog")).ToContainTextAsync("Why is it less bad?");
        await ana.Page.Keyboard.PressAsync("Escape");
        await Expect(ana.Page.Locator("dialog")).ToHaveCountAsync(0);
        Assert.That(await severity.EvaluateAsync<string>("select => select.selectedOptions[0].label"), Does.StartWith("SEV2"));

        await severity.SelectOptionAsync(new SelectOptionValue { Label = "SEV4 minor" });
        await ana.FillAsync("Why is it less bad?", "Only an internal report.");
        await ana.SubmitAsync();
        await Expect(ana.Card.Locator(".sev-4")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_thread_an_edit_by_arrow_key_a_mark_and_a_deletion()
    {
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await ana.DeclareAsync("sev3 Cache is cold");
        await ana.TypeAsync("who knows the cache?");
        var message = ana.Log.Locator("li.said").First;

        await message.HoverAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = "Reply to Ana Ruiz" }).ClickAsync();
        await ana.Page.Locator("#thread textarea").FillAsync("I do");
        await ana.Page.Locator("#thread textarea").PressAsync("Enter");
        await Expect(ana.Page.Locator("#thread li.said").Last).ToContainTextAsync("I do");
        await Expect(message).ToContainTextAsync("1 reply");
        await ana.Page.GetByLabel("Close the thread").ClickAsync();

        await ana.Composer.PressAsync("ArrowUp");
        await Expect(ana.Composer).ToHaveValueAsync("who knows the cache?");
        await ana.Composer.FillAsync("who knows the `redis` cache?");
        await ana.Composer.PressAsync("Enter");
        await Expect(message).ToContainTextAsync("edited");

        await message.HoverAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = "Mark as a key event" }).ClickAsync();
        await Expect(message).ToContainClassAsync("pinned");
        await message.HoverAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = "Delete this message" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(message).ToContainTextAsync("This message was deleted.");
        Assert.That(ana.Faults, Is.Empty);
    }

    [Test]
    public async Task A_slash_shows_what_can_be_typed_and_the_keyboard_takes_it()
    {
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await ana.DeclareAsync("sev3 Keys");
        var list = ana.Page.GetByRole(AriaRole.Listbox, new() { Name = "What can be typed" });

        await ana.Composer.PressSequentiallyAsync("/");
        await Expect(list).ToBeVisibleAsync();
        await ana.Composer.PressSequentiallyAsync("incident sever");
        await Expect(list.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await ana.Composer.PressAsync("Tab");
        await Expect(ana.Composer).ToHaveValueAsync("/incident severity ");
        await ana.Composer.PressSequentiallyAsync("sev1");
        await ana.Composer.PressAsync("Enter");
        await Expect(ana.Card.Locator(".sev-1")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_refused_line_comes_back_to_be_mended_beside_its_reason()
    {
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await ana.DeclareAsync("sev3 Refused");
        await ana.TypeAsync("/incident resolve it is over");
        await Expect(ana.Page.Locator("#notice")).ToContainTextAsync("resolve is not open from there");
        await Expect(ana.Composer).ToHaveValueAsync("/incident resolve it is over");
    }

    [Test]
    public async Task A_file_is_shared_and_comes_back()
    {
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await ana.DeclareAsync("sev3 Files");
        await ana.Page.Locator(".column [data-file]").SetInputFilesAsync(new FilePayload { Name = "trace.txt", MimeType = "text/plain", Buffer = "stack"u8.ToArray() });
        var link = ana.Log.Locator("a.file");
        await Expect(link).ToContainTextAsync("trace.txt");
        var download = await ana.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.That((download.SuggestedFilename, await File.ReadAllTextAsync(await download.PathAsync())), Is.EqualTo(("trace.txt", "stack")));
    }

    [Test]
    public async Task A_side_bar_marks_rooms_with_news_and_visiting_takes_the_mark_away()
    {
        await using var ana = await Guest.EnterAsync(host.Address, "Ana Ruiz");
        await using var ben = await Guest.EnterAsync(host.Address, "Ben Okafor");
        await ana.DeclareAsync("sev3 Unread");
        var number = new Uri(ana.Page.Url).Segments[^1];
        var link = ben.Page.Locator($"#room-{number}");

        await ana.TypeAsync("news");
        await Expect(link).ToHaveAttributeAsync("data-unread", "1");
        await link.ClickAsync();
        await ben.IsLiveAsync();
        await Expect(link).Not.ToHaveAttributeAsync("data-unread", "1");
    }

    private static Task StageIsAsync(Guest guest, string stage) =>
        Expect(guest.Card.Locator(".steps [aria-current]")).ToHaveTextAsync(stage);
}
