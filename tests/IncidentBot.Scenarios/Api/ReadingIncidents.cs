using System.Net;

namespace IncidentBot.Scenarios.Api;

public sealed class ReadingIncidents : ApiScenario
{
    [Test]
    public async Task The_timeline_comes_in_pages_that_lead_to_the_next()
    {
        var incident = await Client.DeclareAsync();
        for (var n = 0; n < 6; n++) await Client.SayAsync($"note number {n}", room: incident);
        var numbers = new List<int>();
        for (int? after = 0; after is not null;)
        {
            var (_, page) = await Client.ReadAsync($"/api/incidents/{incident}/timeline?after={after}&take=3");
            numbers.AddRange(page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("number").GetInt32()));
            after = page.GetProperty("next").ValueKind == System.Text.Json.JsonValueKind.Null ? null : page.GetProperty("next").GetInt32();
        }
        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, numbers.Count)));
        Assert.That(numbers, Has.Count.GreaterThanOrEqualTo(7));
    }

    [Test]
    public async Task The_list_is_asked_by_severity_and_pages_backwards()
    {
        var first = await Client.DeclareAsync("Alpha listed --severity sev4");
        var second = await Client.DeclareAsync("Beta listed --severity sev4");
        var (_, page) = await Client.ReadAsync("/api/incidents?open=true&severity=sev4&text=listed&take=1");
        var (_, rest) = await Client.ReadAsync($"/api/incidents?open=true&severity=sev4&text=listed&take=1&before={page.Text("next")}");

        Assert.That(page.GetProperty("incidents")[0].Text("id"), Is.EqualTo(second));
        Assert.That(rest.GetProperty("incidents")[0].Text("id"), Is.EqualTo(first));
        Assert.That(rest.GetProperty("next").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
    }

    [Test]
    public async Task An_incident_tells_how_it_stands()
    {
        var incident = await Client.DeclareAsync("Shown");
        await Client.SayAsync($"{incident} role claim commander", by: "ben");
        var (_, shown) = await Client.ReadAsync($"/api/incidents/{incident}");
        Assert.That((shown.Text("id"), shown.Text("title"), shown.Text("stage"), shown.Text("commander")), Is.EqualTo((incident, "Shown", "identification", "ben")));
    }

    [TestCase("/api/incidents?open=maybe", "“open” must be true or false, not “maybe”.")]
    [TestCase("/api/incidents?severity=bad", "“severity” must be a severity like sev2, not “bad”.")]
    [TestCase("/api/incidents?stage=9", "“stage” must be one of identification, triage, containment, remediation, monitoring, review, closed, cancelled, merged, not “9”.")]
    [TestCase("/api/incidents?type=odd", "“type” must be one of reliability, security, not “odd”.")]
    [TestCase("/api/incidents?before=x", "“before” must be an incident's number like INC-42, not “x”.")]
    [TestCase("/api/incidents?take=501", "“take” must be a whole number from 1 to 500, not “501”.")]
    [TestCase("/api/incidents?sevrity=1", "There is no “sevrity” to ask by; there are open, severity, stage, type, drill, text, before, take and by.")]
    [TestCase("/api/incidents/INC-1/timeline?after=-1", "“after” must be a whole number from 0 to 2147483647, not “-1”.")]
    [TestCase("/api/incidents/INC-1?by=%21", "“by” must say who it is: a name with at least one letter or digit.")]
    public async Task A_question_that_cannot_be_read_is_400(string address, string sentence)
    {
        var (status, problem) = await Client.ReadAsync(address);
        Assert.That((status, problem.Text("detail")), Is.EqualTo((HttpStatusCode.BadRequest, sentence)));
    }

    [TestCase("/api/incidents/INC-4711", "There is no INC-4711. Look at the list of incidents.")]
    [TestCase("/api/incidents/INC-4711/timeline", "There is no INC-4711. Look at the list of incidents.")]
    [TestCase("/api/incidents/house", "“house” is no incident's number; they look like INC-42.")]
    [TestCase("/api/nothing", "There is nothing at this address. /openapi/v1.json lists what the API offers.")]
    public async Task What_is_not_there_is_404(string address, string sentence)
    {
        var (status, problem) = await Client.ReadAsync(address);
        Assert.That((status, problem.Text("detail")), Is.EqualTo((HttpStatusCode.NotFound, sentence)));
    }

    [Test]
    public async Task The_description_tells_every_address_and_what_it_is_for()
    {
        var (_, document) = await Client.ReadAsync("/openapi/v1.json");
        var paths = document.GetProperty("paths");
        foreach (var path in new[] { "/api/lines", "/api/incidents", "/api/incidents/{incident}", "/api/incidents/{incident}/timeline", "/api/incidents/{incident}/messages" })
            foreach (var method in paths.GetProperty(path).EnumerateObject())
                Assert.That(method.Value.Text("summary"), Is.Not.Empty, path);
    }
}
