using AngleSharp.Dom;
using IncidentBot.Scenarios.Demo;

namespace IncidentBot.Scenarios.WarRoom;

public sealed class EmptyRoomTests
{
    [Test]
    public async Task It_invites_to_declare_or_to_watch_a_demo()
    {
        await using var host = RunningHost.Start();
        using var ana = await Visitor.EnterAsync(host, "Ana Ruiz");
        var empty = (await ana.PageAsync("/")).QuerySelector("#empty")!;
        Assert.That(empty.TextContent, Does.Contain("Nothing is burning.").And.Contain("Watch an incident of five minutes:"));
        Assert.That(empty.QuerySelector(".copyable")!.TextContent, Is.EqualTo("dotnet run --project src/IncidentBot.Host -- demo"));
    }

    [Test]
    public async Task Where_a_demo_is_played_it_says_that_it_is_about_to_begin()
    {
        await using var play = DemoPlay.Open();
        using var ana = await Visitor.EnterAsync(play.Host, "Ana Ruiz");
        var empty = (await ana.PageAsync("/")).QuerySelector("#empty")!;
        Assert.That(empty.TextContent, Does.Contain("The demo is about to begin.").And.Not.Contain("dotnet run"));
    }
}
