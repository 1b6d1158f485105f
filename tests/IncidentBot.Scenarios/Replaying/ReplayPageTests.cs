using System.Net;
using AngleSharp.Dom;
using IncidentBot.Scenarios.WarRoom;
using IncidentBot.Web.Replaying;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Scenarios.Replaying;

internal sealed class ReplayPageTests
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private FakeTimeProvider clock = null!;
    private RunningHost host = null!;
    private Visitor ana = null!;
    private string incident = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        clock = new FakeTimeProvider(Begin);
        host = RunningHost.Start(clock: clock);
        ana = await Visitor.EnterAsync(host, "Ana");
        incident = await ana.DeclareAsync("Checkout <is> down", "--severity sev3");
        foreach (var (minutes, line) in new[] { (10, "role claim commander"), (5, "decision \"roll back the deploy\""), (5, "severity sev1 \"nobody can pay\""), (10, "followup \"alert on a full disk\"") })
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            await ana.PressAsync(incident, $"{incident} {line}");
        }
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        ana.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task The_slider_is_folded_away_and_reaches_from_the_first_entry_to_the_last()
    {
        var page = await ana.PageAsync($"/incidents/{incident}");
        var slider = page.QuerySelector("#replay-slider")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector("#replay")!.HasAttribute("open"), Is.False);
            Assert.That(slider.GetAttribute("data-first"), Does.StartWith("2026-11-23T09:00:00"));
            Assert.That(slider.GetAttribute("data-last"), Does.StartWith("2026-11-23T09:30:00"));
            Assert.That((slider.GetAttribute("value"), slider.GetAttribute("max"), slider.GetAttribute("data-step")), Is.EqualTo(("360", "360", "5000")));
            Assert.That(slider.GetAttribute("aria-valuetext"), Is.EqualTo("2026-11-23 09:30 UTC"));
            Assert.That(page.QuerySelector("#replay-mark"), Is.Null);
        }
    }

    [Test]
    public async Task A_moment_is_shown_as_it_was_known_then_and_nothing_on_it_acts()
    {
        var then = await ThenAsync("2026-11-23T09:17:00Z");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(then.QuerySelector("#replay-mark")!.TextContent, Does.StartWith("As known on 2026-11-23 09:17 UTC (entry ").And.Match(@"\(entry \d+ of \d+\)$"));
            Assert.That(then.QuerySelector(".standing")!.TextContent, Does.Contain("SEV3"));
            Assert.That(then.QuerySelector(".replay-known")!.TextContent, Does.Contain("Ana").And.Contain("incident commander").And.Contain("roll back the deploy"));
            Assert.That(then.Body!.TextContent, Does.Not.Contain("alert on a full disk").And.Not.Contain("SEV1"));
            Assert.That(then.QuerySelectorAll("button, select, form, [hx-post]"), Is.Empty);
            Assert.That(then.QuerySelector("#replay-back")!.GetAttribute("href"), Is.EqualTo($"/incidents/{incident}"));
        }
    }

    [Test]
    public async Task Every_stop_of_the_slider_is_a_moment_that_is_understood()
    {
        var slider = (await ana.PageAsync($"/incidents/{incident}")).QuerySelector("#replay-slider")!;
        foreach (var at in new[] { slider.GetAttribute("data-first")!, slider.GetAttribute("data-last")!, "2026-11-23T09:17:00.000Z" })
            Assert.That((await ThenAsync(at)).QuerySelector("#replay-mark"), Is.Not.Null, at);
    }

    [Test]
    public async Task A_shared_address_opens_with_the_slider_there()
    {
        var page = await ana.PageAsync($"/incidents/{incident}?at=2026-11-23T09:17:00Z");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector("#replay")!.HasAttribute("open"), Is.True);
            Assert.That(page.QuerySelector("#replay-mark")!.TextContent, Does.StartWith("As known on 2026-11-23 09:17 UTC"));
            Assert.That(page.QuerySelector("#replay-slider")!.GetAttribute("value"), Is.EqualTo($"{17 * 60 / 5}"));
            Assert.That(page.QuerySelector("#replay-moment")!.TextContent, Is.EqualTo("2026-11-23 09:17 UTC"));
        }
    }

    [Test]
    public async Task One_walks_from_key_event_to_key_event()
    {
        var sentences = new List<string>();
        for (var (at, round) = ("#1", 0); round < 10; round++)
        {
            var then = await ThenAsync(at, "next");
            if (then.QuerySelector("[role=status]") is { } end)
            {
                Assert.That(end.TextContent, Is.EqualTo("This is the last key event so far."));
                break;
            }
            sentences.Add(then.QuerySelector("p.words")!.TextContent);
            at = $"#{then.QuerySelector("#replay-then")!.GetAttribute("data-entry")}";
        }
        Assert.That(sentences, Has.Count.EqualTo(4));
        Assert.That(sentences[1], Does.Contain("decided: roll back the deploy"));
        Assert.That((await ThenAsync("#1", "previous")).QuerySelector("[role=status]")!.TextContent, Is.EqualTo("There is no earlier key event."));
    }

    [TestCase("yesterday evening", "“yesterday evening” is no moment that I can read.")]
    [TestCase("2026-11-23 08:00", "On 2026-11-23 08:00 UTC nothing was known of INC-1 yet: it was declared on 2026-11-23 09:00 UTC.")]
    [TestCase("2026-11-24 08:00", "2026-11-24 08:00 UTC is in the future.")]
    [TestCase("#9999", "INC-1 has no entry 9999")]
    public async Task What_cannot_be_shown_is_said(string at, string sentence)
    {
        Assert.That((await ThenAsync(at)).QuerySelector("[role=alert]")!.TextContent, Does.StartWith(sentence));
        var page = await ana.PageAsync($"/incidents/{incident}?at={Uri.EscapeDataString(at)}");
        Assert.That(page.QuerySelector("#replay [role=alert]")!.TextContent, Does.StartWith(sentence));
        Assert.That(page.QuerySelector("#replay")!.HasAttribute("open"), Is.True);
    }

    [Test]
    public async Task In_the_room_the_answer_is_for_the_asker_alone_and_nothing_is_recorded()
    {
        var before = (await ana.PageAsync($"/incidents/{incident}?show=everything")).QuerySelectorAll("#log > li").Length;
        var answer = await ana.PressAsync(incident, $"{incident} replay 09:17");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Outcome, Is.EqualTo("answer"));
            Assert.That(answer.Body.QuerySelector(".card h2")!.TextContent, Does.EndWith("as known on 2026-11-23 09:17 UTC"));
            Assert.That(answer.Body.QuerySelector(".card .controls a.button")!.GetAttribute("href"), Does.StartWith($"/incidents/{incident}?at=%23"));
            Assert.That((await ana.PageAsync($"/incidents/{incident}?show=everything")).QuerySelectorAll("#log > li"), Has.Length.EqualTo(before));
        }
    }

    [Test]
    public async Task A_private_incident_is_not_replayed_to_an_outsider()
    {
        using var eve = await Visitor.EnterAsync(host, "Eve");
        var secret = await ana.DeclareAsync("Stolen laptop", "--private");
        using var hidden = await eve.GetAsync($"/incidents/{secret}/replay?at=%231");
        using var missing = await eve.GetAsync("/incidents/INC-777/replay?at=%231");
        Assert.That((hidden.StatusCode, await hidden.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.NotFound, await missing.Content.ReadAsStringAsync())));
    }

    [TestCase(0, 1, 1)]
    [TestCase(60, 1, 60)]
    [TestCase(4 * 3600, 60, 240)]
    [TestCase(14 * 24 * 3600, 3600, 336)]
    [TestCase(180 * 24 * 3600, 12 * 3600, 361)]
    public void The_steps_fit_the_length(int seconds, int step, int stops)
    {
        var scale = ReplayScale.Of(Begin, Begin.AddSeconds(seconds));
        Assert.That((scale.Step.TotalSeconds, scale.Stops), Is.EqualTo(((double)step, stops)));
        Assert.That((scale.StopOf(Begin), scale.StopOf(Begin.AddSeconds(seconds))), Is.EqualTo((seconds == 0 ? stops : 0, stops)));
    }

    private Task<AngleSharp.Html.Dom.IHtmlDocument> ThenAsync(string at, string? step = null) =>
        ana.PageAsync($"/incidents/{incident}/replay?at={Uri.EscapeDataString(at)}{(step is null ? "" : $"&step={step}")}");
}
