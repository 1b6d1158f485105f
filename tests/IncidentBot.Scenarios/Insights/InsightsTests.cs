using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using IncidentBot.Scenarios.Api;
using IncidentBot.Scenarios.WarRoom;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Scenarios.Insights;

internal sealed class InsightsTests
{
    private const string Secret = "A laptop was stolen";

    private RunningHost host = null!;
    private HttpClient script = null!;
    private Visitor dana = null!;
    private Visitor eve = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = RunningHost.Start(clock: new FakeTimeProvider(PastIncidents.Begin));
        script = host.Client();
        await new PastIncidents(script, host.Clock!).TellAsync(weeks: 4);
        dana = await Visitor.EnterAsync(host, "Dana Lindqvist");
        eve = await Visitor.EnterAsync(host, "Eve");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        dana.Dispose();
        eve.Dispose();
        script.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task The_numbers_add_up_with_those_of_the_incidents_themselves()
    {
        var all = (await ReadAsync("/api/incidents?take=500&by=Dana%20Lindqvist")).GetProperty("incidents").EnumerateArray().ToList();
        var counted = all.Where(incident => !incident.GetProperty("drill").GetBoolean() && incident.Text("stage") is not ("cancelled" or "merged")).ToList();
        var insights = await ReadAsync("/api/insights?by=Dana%20Lindqvist");
        var resolved = counted.Where(incident => incident.GetProperty("resolvedAt").ValueKind != JsonValueKind.Null).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(counted, Has.Count.GreaterThan(4));
            Assert.That(Ids(insights.GetProperty("counted")), Is.EquivalentTo(counted.Select(incident => incident.Text("id"))));
            Assert.That(insights.GetProperty("weeks").EnumerateArray().Sum(week => Count(week.GetProperty("incidents"))), Is.EqualTo(counted.Count));
            Assert.That(
                insights.GetProperty("severities").EnumerateArray().Select(severity => (severity.Text("severity"), Count(severity.GetProperty("incidents")))),
                Is.EquivalentTo(counted.GroupBy(incident => incident.Text("peak")).Select(peers => (peers.Key, peers.Count()))));
            Assert.That(Span(insights, "to-resolve").GetProperty("incidents").GetProperty("count").GetInt32(), Is.EqualTo(resolved.Count));
            Assert.That(
                new[] { "drills", "cancelled", "merged" }.Select(reason => Count(insights.GetProperty("leftOut").GetProperty(reason))), Is.EqualTo(new[] { 1, 1, 0 }));
        }
    }

    [Test]
    public async Task Every_number_on_the_page_leads_to_a_list_of_just_its_incidents()
    {
        var page = await dana.PageAsync("/insights");
        var links = page.QuerySelectorAll(".insights a[href^='/incidents?figure=']").ToList();
        Assert.That(links, Has.Count.GreaterThan(30));
        foreach (var link in links.DistinctBy(link => link.GetAttribute("href")))
        {
            var list = await dana.PageAsync(link.GetAttribute("href")!);
            var said = int.Parse(list.QuerySelector(".figure-note b")!.TextContent.Split(' ')[0]);
            Assert.That(list.QuerySelectorAll("#table tbody tr"), Has.Length.EqualTo(said), link.GetAttribute("href"));
            if (link.ClassName is null && int.TryParse(link.TextContent, out var shown)) Assert.That(said, Is.EqualTo(shown), link.GetAttribute("href"));
        }
    }

    [Test]
    public async Task The_list_behind_a_number_holds_the_incidents_that_the_script_is_told_of()
    {
        var insights = await ReadAsync("/api/insights?severity=sev3&by=Dana%20Lindqvist");
        var list = await dana.PageAsync("/incidents?figure=to-contain&severity=SEV3");
        Assert.That(
            list.QuerySelectorAll("#table td.number").Select(cell => cell.TextContent.Trim()),
            Is.EqualTo(Ids(Span(insights, "to-contain").GetProperty("incidents"))));
    }

    [Test]
    public async Task An_outsider_is_told_that_a_private_one_counts_and_nothing_else_of_it()
    {
        var (mine, hers) = (await PageTextAsync(dana, "/insights"), await PageTextAsync(eve, "/insights"));
        var list = await PageTextAsync(eve, "/incidents?figure=all");
        var json = await ReadAsync("/api/insights?by=Eve");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mine, Does.Contain("hr"));
            Assert.That(hers, Does.Contain("1 of them you may not see: it is counted").And.Not.Contain(Secret));
            Assert.That(list, Does.Contain("and 1 that you may not see").And.Not.Contain(Secret));
            Assert.That((json.GetProperty("counted").GetProperty("hidden").GetInt32(), json.ToString()), Is.EqualTo((1, json.ToString().Replace(Secret, "").Replace("\"hr\"", ""))));
            Assert.That(Count(json.GetProperty("counted")), Is.EqualTo(Count((await ReadAsync("/api/insights?by=Dana%20Lindqvist")).GetProperty("counted"))));
            Assert.That(Count((await ReadAsync("/api/insights?service=hr&by=Eve")).GetProperty("counted")), Is.Zero, "a service is a detail");
        }
    }

    [TestCase("period=soon", "“soon” is no period that I can read. Use 30d, 12w, 1y or 2026-01-01..2026-03-31.")]
    [TestCase("from=2026-11-24&to=2026-01-01", "The period ends on 2026-01-01, before it begins on 2026-11-24. Put the earlier day first.")]
    [TestCase("from=2026-01-01", "“” is no day that I can read. Write days like 2026-01-31.")]
    [TestCase("severity=bad", "“bad” is not a severity like sev2.")]
    [TestCase("type=3", "“3” is not reliability or security.")]
    public async Task What_cannot_be_read_is_told(string query, string sentence)
    {
        var (status, problem) = await script.ReadAsync("/api/insights?" + query);
        Assert.That((status, problem.Text("detail")), Is.EqualTo((HttpStatusCode.BadRequest, sentence)));
        Assert.That((await dana.PageAsync("/insights?" + query)).QuerySelector("#notice .refused p")!.TextContent, Is.EqualTo(sentence));
        Assert.That((await dana.PageAsync("/incidents?figure=all&" + query)).QuerySelector(".figure-note p")!.TextContent, Is.EqualTo(sentence));
    }

    [Test]
    public async Task A_question_that_is_not_known_is_told()
    {
        var (status, problem) = await script.ReadAsync("/api/insights?since=monday");
        Assert.That((status, problem.Text("detail")), Is.EqualTo((HttpStatusCode.BadRequest, "There is no “since” to ask by; there are period, from, to, severity, type, service and by.")));
    }

    [Test]
    public async Task A_number_that_is_not_there_lists_nothing()
    {
        var list = await dana.PageAsync("/incidents?figure=luck");
        Assert.That(list.QuerySelector(".figure-note p")!.TextContent, Does.StartWith("There is no number “luck” in the insights"));
        Assert.That(list.QuerySelectorAll("#table tbody tr"), Is.Empty);
    }

    [Test]
    public async Task Where_nothing_was_declared_the_page_invites()
    {
        Assert.That(await PageTextAsync(dana, "/insights?period=2026-01-01..2026-03-31"), Does.Contain("No incidents in these 90 days.").And.Contain("Start a drill"));
        Assert.That(await PageTextAsync(dana, "/insights?service=nothing"), Does.Contain("No incident matches.").And.Contain("on nothing"));
    }

    private static async Task<string> PageTextAsync(Visitor visitor, string path) => (await visitor.PageAsync(path)).QuerySelector("main")!.TextContent;

    private static IEnumerable<string> Ids(JsonElement tally) => tally.GetProperty("ids").EnumerateArray().Select(id => id.GetString()!);

    private static int Count(JsonElement tally) => tally.GetProperty("count").GetInt32();

    private static JsonElement Span(JsonElement insights, string name) => insights.GetProperty("spans").EnumerateArray().Single(span => span.Text("name") == name);

    private async Task<JsonElement> ReadAsync(string path)
    {
        var (status, json) = await script.ReadAsync(path);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), json.ToString());
        return json;
    }
}
