using System.Text.RegularExpressions;

namespace IncidentBot.Scenarios.WarRoom;

internal sealed partial class MePageTests
{
    private RunningHost host = null!;

    [SetUp]
    public void Start() => host = RunningHost.Start();

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Two_names_become_one_person_by_a_code()
    {
        using var ana = await Visitor.EnterAsync(host, "Ana");
        using var anna = await Visitor.EnterAsync(host, "Anna");
        var secret = await ana.DeclareAsync("Stolen keys", "--private");
        await ana.SayAsync(secret, "I see it");

        var told = await ana.PressAsync("general", "me link");
        Assert.That((told.Outcome, told.Body.QuerySelector(".aside .only")?.TextContent.Trim()), Is.EqualTo(("answer", "Only you see this")));
        var code = Code().Match(told.Body.TextContent).Value;
        using var stream = await ana.StreamAsync("/me/events");
        await stream.UntilAsync("id=\"rooms\"");
        var linked = await anna.PostAsync("/rooms/general/lines", ("line", "me link"), ("word:code", code));

        Assert.That(linked.Body.TextContent, Does.Contain("web:ana and web:anna are one person now. Nothing is proven by it: one of them is a name that was merely said."));
        Assert.That((await stream.UntilAsync("web:anna")).Data, Does.Contain("#me"));
        var page = await anna.PageAsync("/me");
        Assert.That(page.QuerySelectorAll("#me li").Select(item => item.TextContent.Trim()), Is.EqualTo(new[] { "web:anna: a name that was merely said; nobody vouches for it, and you speak as it now", "web:ana: a name that was merely said; nobody vouches for it" }));
        Assert.That((await anna.PageAsync($"/rooms/{secret}")).QuerySelector("h1")!.TextContent, Does.Contain("Stolen keys"));
        Assert.That(page.Body!.GetAttribute("data-also"), Is.EqualTo("web:ana"));
        Assert.That(page.QuerySelectorAll("#people option").Select(option => option.TextContent), Is.EqualTo(new[] { "Ana" }), "one line per person");
    }

    [Test]
    public async Task Taken_apart_they_are_two_again()
    {
        using var ana = await Visitor.EnterAsync(host, "Ana");
        using var anna = await Visitor.EnterAsync(host, "Anna");
        var secret = await ana.DeclareAsync("Stolen keys", "--private");
        await anna.PressAsync("general", $"me link {Code().Match((await ana.PressAsync("general", "me link")).Body.TextContent).Value}");
        using var stream = await anna.StreamAsync($"/rooms/{secret}/events?after=1");
        await stream.UntilAsync("id=\"rooms\"");

        var apart = await anna.PressAsync("general", "me unlink \"web:ana\"");

        Assert.That(apart.Body.TextContent, Does.Contain("Anna took web:ana apart from the other identities."));
        Assert.That((await stream.UntilAsync(item => item.EventType == "closed"))?.EventType, Is.EqualTo("closed"));
        Assert.That((await anna.PageAsync($"/rooms/{secret}")).QuerySelector("h1")!.TextContent, Is.EqualTo("There is nothing here."));
    }

    [GeneratedRegex("[0-9]{4} [0-9]{4}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
