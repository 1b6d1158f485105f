using System.Net;
using AngleSharp.Dom;
using IncidentBot.Scenarios.WarRoom;
using static IncidentBot.Scenarios.SigningIn.SignedInHost;

namespace IncidentBot.Scenarios.SigningIn;

internal sealed class ReadersAndAdmins
{
    private SignedInHost house = null!;
    private Visitor ana = null!;
    private Visitor gus = null!;
    private Visitor boss = null!;
    private string incident = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        house = await SignedInHost.StartAsync();
        ana = await house.EnterAsync(Ana);
        gus = await house.EnterAsync(Gus);
        boss = await house.EnterAsync(Boss);
        incident = await ana.DeclareAsync("Readable");
        await ana.SayAsync(incident, "look here");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        foreach (var visitor in new[] { ana, gus, boss }) visitor.Dispose();
        await house.DisposeAsync();
    }

    [Test]
    public async Task A_reader_sees_everything_and_nothing_to_press()
    {
        foreach (var path in new[] { "/", $"/rooms/{incident}", $"/incidents/{incident}", $"/incidents/{incident}/review", "/incidents" })
        {
            var (theirs, anas) = (await gus.PageAsync(path), await ana.PageAsync(path));
            Assert.That(Pressed(theirs), Is.Empty, path);
            Assert.That(Pressed(anas), Is.Not.Empty, path);
        }
        var room = await gus.PageAsync($"/rooms/{incident}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(room.QuerySelector("#log")!.TextContent, Does.Contain("look here"));
            Assert.That(room.QuerySelector("#composing.reads")!.TextContent.Trim(), Is.EqualTo("You may read everything here, but not take part: your right is reader. Ask an admin of IncidentBot to make you a responder."));
            Assert.That(room.QuerySelector("textarea"), Is.Null);
        }
    }

    [Test]
    public async Task A_reader_gets_nothing_to_press_later_either()
    {
        using var stream = await gus.StreamAsync($"/rooms/{incident}/events?after=1");
        await stream.UntilAsync("look here");
        await ana.PressAsync(incident, $"{incident} role claim scribe");
        await stream.UntilAsync("took the role scribe");
        var card = await stream.UntilAsync(item => item.Data.Contains("id=\"card\"", StringComparison.Ordinal));
        Assert.That(string.Concat(stream.Seen.Select(item => item.Data)), Does.Not.Contain("hx-post").And.Not.Contain("data-act"));
        Assert.That(card, Is.Not.Null);
    }

    [Test]
    public async Task What_a_reader_sends_anyway_is_refused()
    {
        const string Sentence = "You may read everything here, but not take part: your right is reader.";
        var answers = new[]
        {
            await gus.SayAsync(incident, "me too"), await gus.PressAsync(incident, $"{incident} note I was here"), await gus.PressAsync("general", "declare Mine"),
            await gus.UploadAsync(incident, "a.txt", [1, 2, 3]), await gus.PostAsync($"/rooms/{incident}/entries/2", ("text", "changed")),
        };
        Assert.That(answers.Select(answer => answer.Outcome), Has.All.EqualTo("refused"));
        Assert.That(answers.Select(answer => answer.Html), Has.All.Contain(Sentence));
        Assert.That((await ana.PageAsync($"/incidents/{incident}?show=everything")).QuerySelector("#log")!.TextContent, Does.Not.Contain("Gus Guest"));
    }

    [Test]
    public async Task The_page_of_people_is_for_admins()
    {
        var page = await boss.PageAsync("/people");
        using var refused = await ana.GetAsync("/people");
        using var stream = await ana.StreamAsync("/people/events");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelectorAll(".people-list tbody tr").Select(row => row.QuerySelector("b")!.TextContent), Is.SupersetOf(new[] { "Ana Ruiz", "Bea Boss", "Gus Guest" }));
            Assert.That(page.QuerySelector(".people-list")!.TextContent, Does.Contain("@gus").And.Contain("bea@example.com").And.Contain("admin, sees private incidents").And.Contain("reader"));
            Assert.That((refused.StatusCode, stream.Status), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)));
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("This page is for admins.").And.Not.Contain("bea@example.com"));
            Assert.That((await ana.PageAsync("/")).QuerySelector("a[href='/people']"), Is.Null);
            Assert.That((await boss.PageAsync("/")).QuerySelector("a[href='/people']"), Is.Not.Null);
        }
    }

    [Test]
    public async Task The_page_of_people_is_drawn_anew_when_somebody_comes()
    {
        using var stream = await boss.StreamAsync("/people/events");
        await stream.UntilAsync("Gus Guest");
        using var dora = await house.EnterAsync(new("dora", "Dora New"));
        await stream.UntilAsync("Dora New");
    }

    private static IEnumerable<string> Pressed(IParentNode page) => page.QuerySelectorAll("main [hx-post], main [data-act], main [data-edit], main form[data-composer]").Select(element => element.OuterHtml);
}
