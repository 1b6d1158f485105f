using IncidentBot.Scenarios.Api;

namespace IncidentBot.Scenarios.WarRoom;

internal sealed class DrillTests
{
    private RunningHost host = null!;
    private Visitor ana = null!;

    [SetUp]
    public async Task Start()
    {
        host = RunningHost.Start();
        ana = await Visitor.EnterAsync(host, "Ana");
    }

    [TearDown]
    public async Task Stop()
    {
        ana.Dispose();
        await host.DisposeAsync();
    }

    [TestCase("/", "general")]
    [TestCase("/incidents", "general")]
    [TestCase("/insights", "general")]
    public async Task One_is_started_by_a_button_that_opens_its_form(string path, string room)
    {
        var buttons = (await ana.PageAsync(path)).QuerySelectorAll("button").Where(button => button.TextContent == "Start a drill").ToList();
        Assert.That(buttons.Select(button => button.GetAttribute("hx-vals")), Has.All.Contains("declare --drill").And.Not.Empty);

        var form = (await ana.PressAsync(room, "declare --drill")).Body.QuerySelector("dialog")!;
        Assert.That(form.TextContent, Does.Contain("Start a drill").And.Contain("Start the drill"));
    }

    [Test]
    public async Task Wherever_it_is_shown_it_is_marked()
    {
        var drill = await ana.DeclareAsync("Fail over the database", "--drill");
        var real = await ana.DeclareAsync("Checkout is down");
        using var script = host.Client();
        using (Assert.EnterMultipleScope())
        {
            foreach (var path in new[] { $"/rooms/{drill}", $"/incidents/{drill}", $"/incidents/{drill}/review" })
                Assert.That((await ana.PageAsync(path)).QuerySelector(".drill-banner")?.TextContent, Does.Contain("This is a drill."), path);
            foreach (var path in new[] { $"/rooms/{real}", $"/incidents/{real}", "/" })
                Assert.That((await ana.PageAsync(path)).QuerySelector(".drill-banner"), Is.Null, path);
            var list = await ana.PageAsync("/incidents");
            Assert.That(list.QuerySelector($"#row-{drill} .drill-mark"), Is.Not.Null);
            Assert.That(list.QuerySelector($"#row-{real} .drill-mark"), Is.Null);
            Assert.That(list.QuerySelector($"#room-{drill} .drill-mark"), Is.Not.Null);
            Assert.That((await script.SayAsync("list")).Text("reply"), Does.Contain($"{drill} SEV3 identification, a drill: Fail over the database").And.Contain($"{real} SEV3 identification: Checkout is down"));
        }
    }

    [TestCase("", true, true)]
    [TestCase("?drills=hidden", false, true)]
    [TestCase("?drills=only", true, false)]
    public async Task Lists_show_them_hide_them_or_show_nothing_else(string query, bool drills, bool others)
    {
        var (drill, real) = (await ana.DeclareAsync("Fail over", "--drill"), await ana.DeclareAsync("Checkout is down"));
        var list = await ana.PageAsync("/incidents" + query);
        Assert.That((list.QuerySelector($"#row-{drill}") is not null, list.QuerySelector($"#row-{real}") is not null), Is.EqualTo((drills, others)));
    }

    [Test]
    public async Task Nobody_outside_its_rooms_hears_of_it_and_no_metric_counts_it()
    {
        var drill = await ana.DeclareAsync("Fail over", "--drill");
        using var script = host.Client();
        using var general = await ana.StreamAsync("/rooms/general/events?after=0");
        var real = await ana.DeclareAsync("Checkout is down");
        await general.UntilAsync($"entry told announced-{real[4..]}");
        var log = (await ana.PageAsync("/")).QuerySelector("#log")!;
        Assert.That((log.QuerySelectorAll("li.told").Length, log.TextContent), Is.EqualTo((1, log.TextContent.Replace(drill, "").Replace("Fail over", ""))));

        var metrics = await script.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        Assert.That(metrics, Does.Contain("incidentbot_open_incidents 1\n").And.Contain("incidentbot_entries_total{kind=\"IncidentDeclared\"} 1\n"));
    }
}
