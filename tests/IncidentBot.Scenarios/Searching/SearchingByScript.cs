using System.Net;
using System.Text.Json;
using IncidentBot.Scenarios.Api;

namespace IncidentBot.Scenarios.Searching;

public sealed class SearchingByScript : ApiScenario
{
    private string checkout = "";
    private string secret = "";

    [OneTimeSetUp]
    public async Task Tell()
    {
        checkout = await Client.DeclareAsync("Checkout is down --sev sev2 --service payments");
        secret = await Client.DeclareAsync("Checkout keys stolen --type security");
        await Client.SayAsync("note the checkout queue grows", by: "ben", room: checkout);
        foreach (var text in new[] { "checkout one", "checkout two", "checkout <b>three</b>" }) await Client.PostAsync($"/api/incidents/{checkout}/messages", new { by = "ana", text });
    }

    [Test]
    public async Task What_was_just_written_is_found_the_most_worth_first()
    {
        var hits = await HitsAsync("/api/search?q=checkout&by=ben");
        Assert.That(hits.Select(hit => hit.Text("kind")), Is.EqualTo(new[] { "IncidentDeclared", "NoteAdded", "MessagePosted", "MessagePosted", "MessagePosted" }));
        var last = hits[2];
        Assert.That((last.GetProperty("incident").Text("id"), last.GetProperty("incident").Text("severity"), last.GetProperty("incident").Text("stage"), last.Text("by")), Is.EqualTo((checkout, "SEV2", "identification", "ana")));
        Assert.That(last.GetProperty("excerpt").EnumerateArray().Select(piece => (piece.Text("text"), piece.GetProperty("match").GetBoolean())), Is.EqualTo(new[] { ("checkout", true), (" <b>three</b>", false) }));
        Assert.That(last.Text("path"), Is.EqualTo($"/incidents/{checkout}/entries/{last.GetProperty("entry").GetInt32()}"));
    }

    [Test]
    public async Task Pages_lead_to_the_next_and_nothing_is_met_twice()
    {
        var (met, next) = (new List<string>(), "");
        while (true)
        {
            var (_, page) = await Client.ReadAsync($"/api/search?q=checkout&by=ana&take=2{next}");
            met.AddRange(page.GetProperty("hits").EnumerateArray().Select(hit => hit.Text("path")!));
            if (page.GetProperty("next").ValueKind == JsonValueKind.Null) break;
            next = $"&before={page.Text("next")}";
        }
        Assert.That(met, Is.Unique.And.Count.EqualTo(6));
    }

    [TestCase("q=queue&person=@ben", 1)]
    [TestCase("q=queue&person=@ana", 0)]
    [TestCase("q=checkout&service=payments&severity=sev2&stage=identification&type=reliability&since=1h", 5)]
    [TestCase("q=checkout&service=billing", 0)]
    [TestCase("q=checkout&until=2020-01-01", 0)]
    [TestCase("q=%22checkout+is%22", 1)]
    public async Task Filters_narrow(string asked, int found) => Assert.That(await HitsAsync($"/api/search?{asked}&by=ben"), Has.Count.EqualTo(found));

    [Test]
    public async Task A_private_incident_is_found_by_its_members_alone_and_by_others_once_it_is_public()
    {
        Assert.That(await HitsAsync("/api/search?q=stolen&by=eve"), Is.Empty);
        Assert.That(await HitsAsync($"/api/search?q=stolen&incident={secret}&by=eve"), Is.Empty);
        Assert.That(await HitsAsync("/api/search?q=stolen&by=ana"), Has.Count.EqualTo(1));
        await Client.SayAsync($"{secret} member add @eve");
        Assert.That(await HitsAsync("/api/search?q=stolen&by=eve"), Has.Count.EqualTo(1));
        await Client.SayAsync($"{secret} member remove @eve");
        Assert.That(await HitsAsync("/api/search?q=stolen&by=eve"), Is.Empty);
    }

    [TestCase("q=", "What shall I look for? Give at least one word.")]
    [TestCase("q=!", "There is no word in “!”. Look for letters or digits.")]
    [TestCase("q=x&person=!", "“person” must be a person like @ana, not “!”.")]
    [TestCase("q=x&since=soon", "“since” must be a time like 10:42, 2026-11-23, 2026-11-23 10:42, yesterday 10:42, 2h or 3d (UTC), not “soon”.")]
    [TestCase("q=x&before=page2", "“before” must be what the page before this one gave as next, not “page2”.")]
    [TestCase("q=x&take=51", "“take” must be a whole number from 1 to 50, not “51”.")]
    [TestCase("q=x&sevrity=1", "There is no “sevrity” to ask by; there are q, incident, severity, stage, type, service, person, since, until, before, take and by.")]
    public async Task A_search_that_cannot_be_read_is_400(string asked, string sentence)
    {
        var (status, problem) = await Client.ReadAsync("/api/search?" + asked);
        Assert.That((status, problem.Text("detail")), Is.EqualTo((HttpStatusCode.BadRequest, sentence)));
    }

    [Test]
    public async Task No_words_make_it_fail()
    {
        foreach (var typed in new[] { "\"", "a\"b\"c*", "NEAR(", "words:x", "'; DROP TABLE texts;--", "\0", "\ud83d", "🚨 x", "-a +b ^c", "{x}", "x AND", "x OR", "NOT", new string('\u4e00', 200) })
        {
            var (status, json) = await Client.ReadAsync($"/api/search?q={Uri.EscapeDataString(typed)}");
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.BadRequest), $"{typed}: {json}");
        }
    }

    [Test]
    public async Task The_description_tells_of_it()
    {
        var (_, document) = await Client.ReadAsync("/openapi/v1.json");
        Assert.That(document.GetProperty("paths").GetProperty("/api/search").GetProperty("get").Text("summary"), Is.EqualTo("Finds what people wrote."));
    }

    private async Task<IReadOnlyList<JsonElement>> HitsAsync(string path)
    {
        var (status, page) = await Client.ReadAsync(path);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), page.ToString());
        return [.. page.GetProperty("hits").EnumerateArray()];
    }
}
