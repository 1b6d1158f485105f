using System.Net;
using System.Text.RegularExpressions;

namespace IncidentBot.Scenarios.WarRoom;

internal sealed partial class PrivacyTests
{
    private const string Title = "Stolen laptop of the CFO";

    private RunningHost host = null!;
    private Visitor ana = null!;
    private Visitor eve = null!;
    private string secret = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        host = RunningHost.Start();
        ana = await Visitor.EnterAsync(host, "Ana");
        eve = await Visitor.EnterAsync(host, "Eve");
        secret = await ana.DeclareAsync(Title, "--type security");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        ana.Dispose();
        eve.Dispose();
        await host.DisposeAsync();
    }

    [TestCase("/rooms/{0}")]
    [TestCase("/incidents/{0}")]
    [TestCase("/incidents/{0}/entries/1")]
    public async Task A_private_incident_answers_an_outsider_as_one_that_does_not_exist(string path)
    {
        var hidden = await AnswerAsync(string.Format(path, secret));
        var missing = await AnswerAsync(string.Format(path, "INC-777"));
        Assert.That(hidden, Is.EqualTo(missing));
        Assert.That(hidden.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("/")]
    [TestCase("/incidents")]
    [TestCase("/incidents?text=laptop")]
    public async Task No_page_tells_an_outsider_of_it(string path)
    {
        using var answer = await eve.GetAsync(path);
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("laptop of").And.Not.Contain($"data-room=\"{secret}\""));
    }

    [Test]
    public async Task A_member_sees_it_everywhere()
    {
        var list = await ana.PageAsync("/incidents");
        var room = await ana.PageAsync($"/rooms/{secret}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.QuerySelector("#list")!.TextContent, Does.Contain(Title));
            Assert.That(list.QuerySelector("#rooms")!.TextContent, Does.Contain(Title));
            Assert.That(room.QuerySelector("h1")!.TextContent, Does.Contain(Title));
        }
    }

    [Test]
    public async Task An_outsider_can_neither_listen_nor_speak_there()
    {
        using var stream = await eve.StreamAsync($"/rooms/{secret}/events?after=0");
        using var timeline = await eve.StreamAsync($"/incidents/{secret}/events?after=0");
        var said = await eve.SayAsync(secret, "hello?");
        var nowhere = await eve.SayAsync("INC-777", "hello?");
        var upload = await eve.UploadAsync(secret, "a.txt", [1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((stream.Status, timeline.Status, upload.Status), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
            Assert.That(said.Outcome, Is.EqualTo("refused"));
            Assert.That(Neutral(said.Html).Replace(secret, "INC-?"), Is.EqualTo(Neutral(nowhere.Html).Replace("INC-777", "INC-?")));
        }
    }

    [Test]
    public async Task A_live_stream_tells_an_outsider_nothing_of_it()
    {
        using var stream = await eve.StreamAsync("/rooms/general/events?after=0");
        await stream.UntilAsync("id=\"rooms\"");
        await ana.SayAsync(secret, "the laptop is locked");
        await ana.SayAsync("general", "lunch?");
        await stream.UntilAsync("lunch?");
        Assert.That(string.Concat(stream.Seen.Select(item => item.Data)), Does.Not.Contain("laptop").And.Not.Contain(secret + " "));
    }

    [Test]
    public async Task A_room_that_becomes_private_closes_to_those_who_are_not_in_it()
    {
        var incident = await ana.DeclareAsync("Was public");
        using var stream = await eve.StreamAsync($"/rooms/{incident}/events?after=1");
        await stream.UntilAsync("id=\"rooms\"");

        await ana.PressAsync(incident, $"{incident} private");
        await ana.SayAsync(incident, "now among us");

        Assert.That((await stream.UntilAsync(item => item.EventType == "closed"))?.EventType, Is.EqualTo("closed"));
        Assert.That(string.Concat(stream.Seen.Select(item => item.Data)), Does.Not.Contain("now among us"));
    }

    [Test]
    public async Task What_becomes_private_is_taken_from_every_open_page_of_those_who_are_not_in_it()
    {
        var incident = await ana.DeclareAsync("Soon hidden");
        using var general = await eve.StreamAsync("/rooms/general/events?after=0");
        using var search = await eve.StreamAsync("/search/events");
        await general.UntilAsync($"announced-{incident.Split('-')[1]}\"");
        await search.UntilAsync("Soon hidden");

        await ana.PressAsync(incident, $"{incident} private");

        foreach (var stream in new[] { general, search })
        {
            Assert.That((await stream.UntilAsync(item => item.EventType == "hidden"))?.Data, Is.EqualTo(incident));
            Assert.That((await stream.UntilAsync(item => item.Data.Contains("id=\"rooms\"", StringComparison.Ordinal)))?.Data, Does.Not.Contain("Soon hidden"));
        }
        using var visible = await eve.GetAsync($"/incidents/visible?of={incident},INC-777,nonsense");
        using var seen = await ana.GetAsync($"/incidents/visible?of={incident},INC-777,nonsense");
        Assert.That((await visible.Content.ReadAsStringAsync(), await seen.Content.ReadAsStringAsync()), Is.EqualTo(("", incident)));
    }

    [Test]
    public async Task Who_is_removed_loses_the_room_at_once_and_nobody_else_notices()
    {
        var incident = await ana.DeclareAsync("Among few", "--private");
        await ana.PressAsync(incident, $"{incident} member add @fay");
        using var fay = await Visitor.EnterAsync(host, "Fay");
        using var room = await fay.StreamAsync($"/rooms/{incident}/events?after=1");
        using var list = await fay.StreamAsync("/incidents/events");
        using var others = await eve.StreamAsync("/incidents/events");
        foreach (var stream in new[] { room, list, others }) await stream.UntilAsync("id=\"rooms\"");

        await ana.PressAsync(incident, $"{incident} member remove @fay");

        Assert.That((await room.UntilAsync(item => item.EventType == "closed"))?.EventType, Is.EqualTo("closed"));
        Assert.That((await list.UntilAsync(item => item.EventType == "hidden"))?.Data, Is.EqualTo(incident));
        await ana.SayAsync("general", "lunch?");
        await others.UntilAsync(item => item.EventType == "news");
        Assert.That(others.Seen.Where(item => item.EventType == "hidden" && item.Data == incident), Is.Empty);
    }

    [Test]
    public async Task A_file_of_a_private_incident_is_not_given_to_an_outsider()
    {
        await ana.UploadAsync(secret, "evidence.txt", "secret"u8.ToArray());
        var link = (await ana.PageAsync($"/rooms/{secret}")).QuerySelector("a.file")!.GetAttribute("href")!;
        using var refused = await eve.GetAsync(link);
        using var elsewhere = await eve.GetAsync(Room().Replace(link, "room=general"));
        Assert.That((refused.StatusCode, elsewhere.StatusCode), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
    }

    private async Task<(HttpStatusCode Status, string Html)> AnswerAsync(string path)
    {
        using var answer = await eve.GetAsync(path);
        return (answer.StatusCode, Neutral(await answer.Content.ReadAsStringAsync()));
    }

    // Tokens and keys are new at every drawing.
    private static string Neutral(string html) => Fresh().Replace(html, "");

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+|&quot;key&quot;:&quot;[0-9a-f]+&quot;", RegexOptions.None, 1000)]
    private static partial Regex Fresh();

    [GeneratedRegex("room=INC-[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Room();
}
