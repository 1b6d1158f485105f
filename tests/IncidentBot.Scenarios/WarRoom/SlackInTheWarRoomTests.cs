using AngleSharp.Dom;
using IncidentBot.Scenarios.Exports;

namespace IncidentBot.Scenarios.WarRoom;

/// <summary>The war room and the pages say by which way words came, what was read back, and where a file is.</summary>
internal sealed class SlackInTheWarRoomTests
{
    private RunningHost host = null!;
    private Visitor ana = null!;
    private string incident = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        host = RunningHost.Start();
        ana = await Visitor.EnterAsync(host, "Ana");
        incident = await ana.DeclareAsync("Checkout is down");
        await ana.SayAsync(incident, "who is here?");
        await SaidInSlack.HearAsync(host, new IncidentId(1));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        ana.Dispose();
        await host.DisposeAsync();
    }

    [TestCase("who is here?", "")]
    [TestCase("I see 504s", "· Slack")]
    [TestCase("is deployed", "· Slack app")]
    [TestCase("before lunch", "· Slack, read back later")]
    [TestCase("trace.txt", "· Slack")]
    [TestCase("odd.txt", "· Slack, read back later")]
    public async Task In_the_room_a_message_says_how_it_came(string words, string marks)
    {
        var entry = (await ana.PageAsync($"/rooms/{incident}")).QuerySelectorAll("#log li.said").Single(said => said.TextContent.Contains(words, StringComparison.Ordinal));
        Assert.That(string.Join(", ", entry.QuerySelectorAll(".by .mark").Select(mark => mark.TextContent)), Is.EqualTo(marks));
    }

    [TestCase("/rooms/INC-1")]
    [TestCase("/incidents/INC-1?show=everything")]
    public async Task A_file_that_stays_in_Slack_leads_there_and_nowhere_unsafe(string path)
    {
        var files = (await ana.PageAsync(path)).QuerySelectorAll(".file").Where(file => file.TextContent.Contains(".txt", StringComparison.Ordinal)).ToList();
        Assert.That(files.Select(file => (file.LocalName, file.GetAttribute("href"), file.GetAttribute("download"))), Is.EqualTo(new[] { ("a", SaidInSlack.Permalink, (string?)null), ("span", null, null) }));
        Assert.That(files[0].QuerySelector(".size")!.TextContent, Is.EqualTo("4 KB · kept in Slack"));
    }

    [Test]
    public async Task On_the_timeline_what_was_read_back_says_when()
    {
        var row = (await ana.PageAsync($"/incidents/{incident}?show=everything")).QuerySelectorAll("li.row").Single(row => row.TextContent.Contains("before lunch", StringComparison.Ordinal));
        Assert.That(row.QuerySelector(".words .mark")!.TextContent, Is.EqualTo("· Slack"));
        Assert.That(row.QuerySelector(".late")!.TextContent, Does.StartWith("read back "));
    }

    [Test]
    public async Task A_file_that_stays_in_Slack_is_in_no_bundle_and_the_bundle_is_whole()
    {
        using var answer = await ana.GetAsync($"/incidents/{incident}/bundle.zip");
        using var bundle = new UnpackedBundle(await answer.Content.ReadAsByteArrayAsync());
        Assert.That(bundle.Names, Has.None.StartsWith("files/").And.None.EqualTo("missing-files.txt"));
        var (exit, said) = VerifyProgram.Ask(bundle.Directory);
        Assert.That(exit, Is.Zero, said);
        Assert.That(bundle.Text("review.html"), Does.Contain("slack:T1/U1").And.Not.Contain("slack:T1/B1"), "a program takes no part");
        Assert.That(bundle.Text("review.html"), Does.Contain($"kept at <a href=\"{SaidInSlack.Permalink}\""));
    }

    [Test]
    public async Task A_file_that_stays_in_Slack_is_not_given_from_here()
    {
        using var answer = await ana.GetAsync($"/files/{new string('0', 64)}?room={incident}&entry=6");
        Assert.That((int)answer.StatusCode, Is.EqualTo(404));
    }
}
