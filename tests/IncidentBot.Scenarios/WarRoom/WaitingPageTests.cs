using AngleSharp.Html.Dom;
using IncidentBot.Ports;
using IncidentBot.Scenarios.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Scenarios.WarRoom;

/// <summary>What waits outside is seen: on the card, and on a page.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class WaitingPageTests : IAsyncDisposable
{
    private readonly ScriptedChat pigeon = new("pigeon") { Fault = _ => new IOException("There is no way to the pigeons.") };
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private readonly RunningHost host;

    public WaitingPageTests() => host = RunningHost.Start(
        new Dictionary<string, string> { ["Promises:GiveUpAfter"] = "00:30:00", ["Promises:LeastTries"] = "1" }, clock,
        services => services.AddSingleton<IChat>(pigeon).AddSingleton(new PolicyBook(DefaultPolicy.Create() with { Chats = ["pigeon"] })));

    [Test]
    public async Task While_nothing_waits_the_page_says_so()
    {
        using var ana = await Visitor.EnterAsync(host, "Ana");
        var page = await ana.PageAsync("/waiting");
        Assert.That(page.QuerySelector("#waiting .empty h2")!.TextContent, Is.EqualTo("Nothing waits."));
        Assert.That(page.QuerySelector("#rooms a[href='/waiting']")!.GetAttribute("aria-current"), Is.EqualTo("page"));
    }

    [Test]
    public async Task What_is_just_being_done_does_not_wait_but_what_was_not_done_soon_does()
    {
        using var ana = await Visitor.EnterAsync(host, "Ana");
        var since = clock.GetUtcNow();
        var incident = await ana.DeclareAsync("Checkout is down");
        Assert.That((await ana.PageAsync("/waiting")).QuerySelector("#waiting .empty"), Is.Not.Null);

        await UntilAsync(async () => (await WaitingAsync(ana)).Contains("There is no way to the pigeons.", StringComparison.Ordinal));
        var page = await ana.PageAsync("/waiting");
        Assert.That(Cells(page), Is.EqualTo(new[] { "2 promises", $"{incident}: to open a room in pigeon" }));
        Assert.That(page.QuerySelector("#waiting td time")!.GetAttribute("datetime"), Does.StartWith(since.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        var card = (await ana.PageAsync($"/rooms/{incident}")).QuerySelector("#card .waiting")!.TextContent;
        Assert.That(card, Is.EqualTo($"pigeon has not been reached since {Words.Moment(since)}: 2 promises wait, the first to open a room in pigeon."));

        pigeon.Fault = _ => null;
        await UntilAsync(async () => (await WaitingAsync(ana)).Contains("Nothing waits.", StringComparison.Ordinal));
        Assert.That((await ana.PageAsync($"/rooms/{incident}")).QuerySelector("#card .waiting"), Is.Null);
    }

    [Test]
    public async Task Of_an_incident_that_one_may_not_see_nothing_waits()
    {
        using var ana = await Visitor.EnterAsync(host, "Ana");
        using var eve = await Visitor.EnterAsync(host, "Eve");
        var secret = await ana.DeclareAsync("Stolen laptop", "--private");
        await UntilAsync(async () => (await WaitingAsync(ana)).Contains(secret, StringComparison.Ordinal));

        Assert.That(await WaitingAsync(eve), Does.Contain("Nothing waits.").And.Not.Contain(secret));
    }

    [Test]
    public async Task What_is_tried_no_more_can_be_tried_again()
    {
        using var ana = await Visitor.EnterAsync(host, "Ana");
        using var eve = await Visitor.EnterAsync(host, "Eve");
        var secret = await ana.DeclareAsync("Stolen laptop", "--private");
        await UntilAsync(async () => (await ana.PageAsync("/waiting")).QuerySelector("#waiting .deeds button") is not null, TimeSpan.FromMinutes(1));
        var page = await ana.PageAsync("/waiting");
        Assert.That(page.QuerySelector("#waiting td[data-label='Could not']")!.TextContent, Is.EqualTo("open a room in pigeonThere is no way to the pigeons."));
        Assert.That(await WaitingAsync(eve), Does.Contain("Nothing waits."));

        pigeon.Fault = _ => null;
        await ana.PressAsync("general", $"{secret} retry 1.0");
        await UntilAsync(() => Task.FromResult(pigeon.Done.Count == 1));
        Assert.That(pigeon.Done, Is.EqualTo(new[] { $"open {secret}" }));
        await UntilAsync(async () => (await WaitingAsync(ana)).Contains("Nothing waits.", StringComparison.Ordinal));
    }

    [Test]
    public async Task An_open_page_sees_it_begin_and_end()
    {
        using var ana = await Visitor.EnterAsync(host, "Ana");
        var incident = await ana.DeclareAsync("Checkout is down");
        using var page = await ana.StreamAsync("/waiting/events");
        using var room = await ana.StreamAsync($"/rooms/{incident}/events");
        await page.UntilAsync("id=\"rooms\"");
        await room.UntilAsync("id=\"rooms\"");

        await WhileTimePassesAsync(page.UntilAsync("There is no way to the pigeons."));
        await WhileTimePassesAsync(room.UntilAsync("pigeon has not been reached since"));
        pigeon.Fault = _ => null;
        await WhileTimePassesAsync(page.UntilAsync("Nothing waits."));
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    private async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan? step = null)
    {
        for (var steps = 0; !await isSo(); steps++)
        {
            Assert.That(steps, Is.LessThan(500), "it never came");
            clock.Advance(step ?? TimeSpan.FromSeconds(1));
            await Task.Delay(10);
        }
    }

    private async Task WhileTimePassesAsync(Task seen)
    {
        while (!seen.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(seen, Task.Delay(20));
        }
        await seen;
    }

    private static async Task<string> WaitingAsync(Visitor visitor) => (await visitor.PageAsync("/waiting")).QuerySelector("#waiting")!.TextContent;

    private static IEnumerable<string> Cells(IHtmlDocument page) =>
        page.QuerySelectorAll("#waiting td[data-label='How many'], #waiting td[data-label='The first']").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
