using System.Net;
using System.Text;
using System.Text.Json;
using IncidentBot.Ports;
using IncidentBot.Scenarios.Api;
using IncidentBot.Scenarios.Tokens;
using IncidentBot.Scenarios.WarRoom;

namespace IncidentBot.Scenarios.Auditing;

internal sealed class AuditTests
{
    private const string Marker = "zanzibar";

    private RunningHost host = null!;
    private Visitor ada = null!;
    private Visitor eve = null!;
    private MintedToken token = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = ClosedHouse.Start();
        await host.AdmitAsync("web:ada", "Ada", isAdmin: true);
        await host.AdmitAsync("web:eve", "Eve");
        ada = await Visitor.EnterAsync(host, "Ada");
        eve = await Visitor.EnterAsync(host, "Eve");
        await eve.DeclareAsync("Checkout is down");
        token = await host.TokenAsync($"{Marker} --scope read,lines,admin");
        await eve.SayAsync("general", "good morning");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        ada.Dispose();
        eve.Dispose();
        await host.DisposeAsync();
    }

    [TestCase("/")]
    [TestCase("/rooms/general/earlier?before=999")]
    [TestCase("/rooms/INC-1")]
    [TestCase("/incidents")]
    [TestCase("/incidents/INC-1?show=everything")]
    [TestCase("/incidents/INC-1?at=now")]
    [TestCase("/incidents/INC-1/review")]
    [TestCase("/search?q=zanzi")]
    [TestCase("/insights")]
    public async Task No_page_tells_a_responder_what_is_for_admins(string path)
    {
        using var answer = await eve.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain(Marker).And.Not.Contain(token.Id));
    }

    [Test]
    public async Task No_answer_of_the_API_or_the_desk_tells_a_responder()
    {
        using var client = host.Client(await host.TokenAsync("responder --scope read,lines"));
        foreach (var path in new[] { "/api/incidents", "/api/incidents/INC-1", "/api/incidents/INC-1/timeline", "/api/incidents/INC-1/review.json", "/api/search?q=zanzibar", "/api/insights" })
            Assert.That(await client.GetStringAsync(new Uri(path, UriKind.Relative)), Does.Not.Contain(Marker).And.Not.Contain(token.Id), path);
        foreach (var line in new[] { "list all", "search zanzibar", "INC-1 catchup", "verify", "pin 1", "pin 2", "pin 3", "pin 4", "pin 5", "pin 6", "pin 7", "pin 8", "pin 9", "token list", "metrics" })
            Assert.That((await client.PostAsync("/api/lines", new { line })).Json.Text("reply")!.Replace($"“{Marker}”", ""), Does.Not.Contain(Marker).And.Not.Contain(token.Id), line);
    }

    [Test]
    public async Task A_live_stream_leaves_out_even_the_number()
    {
        var made = await host.SayAsync($"token make {Marker}-two --scope read");
        await eve.SayAsync("general", "anything new?");
        var (hers, his) = (await HeardAsync(eve, "anything new?"), await HeardAsync(ada, "anything new?"));
        Assert.That(hers, Does.Not.Contain(Marker).And.Not.Contain($"id: {made.Entries[0]}\n").And.Contain("good morning"));
        Assert.That(his, Does.Contain($"id: {made.Entries[0]}\n"), "an admin's stream goes on behind it");
    }

    [Test]
    public async Task An_admin_reads_it_on_its_page_and_takes_it_away()
    {
        var page = await ada.PageAsync("/audit?about=tokens&person=root");
        Assert.That(page.QuerySelector("#log")!.TextContent, Does.Contain($"made the token {Marker}, which opens read, lines and admin"));
        Assert.That((await ada.PageAsync("/audit?about=rules")).QuerySelector("#log")!.TextContent, Does.Contain("found the house rules changed: who is let in"));
        Assert.That((await ada.PageAsync("/audit?until=2020-01-01")).QuerySelector(".empty h2")!.TextContent, Is.EqualTo("Nothing to tell."));
        var wrong = await ada.PageAsync("/audit?since=whenever");
        Assert.That(wrong.QuerySelector(".fault")!.TextContent, Does.StartWith("“since” must be a time like"));

        using var csv = await ada.GetAsync("/audit/audit.csv?about=tokens");
        var rows = (await csv.Content.ReadAsStringAsync()).TrimEnd().Split("\r\n");
        Assert.That((csv.Content.Headers.ContentType!.MediaType, rows[0]), Is.EqualTo(("text/csv", "number,at,by,person,via,about,kind,sentence")));
        Assert.That(rows[^1], Does.Contain($"\"root made the token {Marker}, which opens read, lines and admin\""));
        using var lines = await ada.GetAsync("/audit/audit.jsonl?about=exports");
        var last = JsonDocument.Parse((await lines.Content.ReadAsStringAsync()).Split('\n')[0]).RootElement;
        Assert.That((last.Text("by"), last.Text("sentence"), last.Text("via")), Is.EqualTo(("Ada", "Ada took audit.jsonl away", "web")));
    }

    [Test]
    public async Task A_program_reads_it_with_the_scope_for_it()
    {
        using var client = host.Client(token);
        var (_, first) = await client.ReadAsync("/api/audit?take=1&about=tokens");
        var (_, second) = await client.ReadAsync($"/api/audit?take=1&about=tokens&before={first.GetProperty("next").GetInt32()}");
        Assert.That(second.GetProperty("entries")[0].GetProperty("number").GetInt32(), Is.LessThan(first.GetProperty("entries")[0].GetProperty("number").GetInt32()));
        Assert.That((await client.ReadAsync("/api/audit?about=kitchen")).Json.Text("detail"), Is.EqualTo("“about” must be one of signins, tokens, exports, looks, rules, people, not “kitchen”."));
    }

    [TestCase("/incidents/INC-1/bundle.zip", "took bundle.zip of INC-1 away", "web")]
    [TestCase("/incidents/INC-1/review.md", "took review.md of INC-1 away", "web")]
    [TestCase("/api/incidents/INC-1/bundle.zip", "took bundle.zip of INC-1 away", "api")]
    [TestCase("/api/incidents/INC-1/review.html", "took review.html of INC-1 away", "api")]
    public async Task Who_takes_an_incident_away_is_written_down(string path, string sentence, string via)
    {
        using var client = host.Client(token);
        using var file = via == "web" ? await eve.GetAsync(path) : await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.That(file.IsSuccessStatusCode, Is.True);
        var entry = (await client.ReadAsync("/api/audit?take=1&about=exports")).Json.GetProperty("entries")[0];
        Assert.That((entry.Text("sentence"), entry.Text("via")), Is.EqualTo(($"{(via == "web" ? "Eve" : Marker)} {sentence}", via)));
    }

    [Test]
    public async Task Other_rules_are_noted_at_the_next_start()
    {
        await using var changing = RunningHost.Start(new Dictionary<string, string> { ["Response:Command"] = "inc" });
        using var client = changing.Client();
        Assert.That((await client.ReadAsync("/api/audit")).Json.GetProperty("entries")[0].Text("sentence"), Is.EqualTo("IncidentBot found the house rules changed: command"));
        await changing.StopAsync();
        changing.StartAgain();
        using var again = changing.Client();
        Assert.That((await again.ReadAsync("/api/audit")).Json.GetProperty("entries").GetArrayLength(), Is.EqualTo(1));
    }

    // Every byte of a room's stream, up to some words.
    private static async Task<string> HeardAsync(Visitor visitor, string words)
    {
        using var answer = await visitor.GetAsync("/rooms/general/events?after=0");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var stream = await answer.Content.ReadAsStreamAsync(patience.Token);
        var (heard, buffer) = (new StringBuilder(), new byte[4096]);
        while (!heard.ToString().Contains(words, StringComparison.Ordinal))
            heard.Append(Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, patience.Token)));
        return heard.ToString();
    }
}
