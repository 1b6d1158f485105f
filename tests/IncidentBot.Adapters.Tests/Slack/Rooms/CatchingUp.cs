using System.Diagnostics;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Rooms;
using Microsoft.Extensions.Hosting;
using static IncidentBot.Adapters.Tests.Slack.Rooms.RoomsHouse;

namespace IncidentBot.Adapters.Tests.Slack.Rooms;

/// <summary>When channels are read back, and that a message can be had by its name.</summary>
public sealed class CatchingUp
{
    private RoomsHouse at = null!;

    [SetUp]
    public async Task OpenAsync() => at = await RoomsHouse.OpenAsync();

    [TearDown]
    public async Task CloseAsync()
    {
        await Hosted<SlackCatchUp>().StopAsync(default);
        await at.DisposeAsync();
    }

    [Test]
    public async Task The_start_reads_back_every_channel_and_so_does_whoever_asks()
    {
        at.Slack.Messages.Add(Said(1, "before the start"));
        await Hosted<SlackCatchUp>().StartAsync(default);
        await UntilAsync(async () => await at.TextsAsync() == "before the start");
        at.Slack.Messages.Add(Said(2, "in a gap"));
        at.Of<ISlackCatchUp>().Ask("connected again after a gap");
        await UntilAsync(async () => await at.TextsAsync() == "before the start | in a gap");
        at.Slack.Messages.Add(Said(3, "in another"));
        at.Of<ISlackCatchUp>().Ask("let in again", "C1");
        await UntilAsync(async () => await at.TextsAsync() == "before the start | in a gap | in another");
        Assert.That(at.Log.Lines.Select(line => line.Text), Has.Some.Contains("Reading back every channel: connected again after a gap"));
    }

    [Test]
    public async Task A_channel_of_another_incident_is_left_alone()
    {
        await Hosted<SlackCatchUp>().StartAsync(default);
        await UntilAsync(() => Task.FromResult(at.Slack.Asked.Any(asked => asked.StartsWith("history", StringComparison.Ordinal))));
        var before = at.Slack.Asked.Count;
        at.Of<ISlackCatchUp>().Ask("let in again", "C7");
        at.Of<ISlackCatchUp>().Ask("let in again", "C1");
        await UntilAsync(() => Task.FromResult(at.Slack.Asked.Count > before));
        Assert.That(at.Slack.Asked, Has.None.Contains("C7"));
    }

    [Test]
    public async Task While_Slack_is_away_it_is_tried_again_and_at_once_when_somebody_knows_that_it_is_back()
    {
        at.Slack.Messages.Add(Said(1, "missed"));
        at.Slack.Trouble = asked => asked.StartsWith("history", StringComparison.Ordinal) ? new SlackAwayException("Slack does not answer.") : null;
        await Hosted<SlackCatchUp>().StartAsync(default);
        await UntilAsync(() => Task.FromResult(at.Log.Warnings.Any(line => line.Contains("The channel of INC-1 could not be read back, and is tried again in 00:00:05: Slack does not answer.", StringComparison.Ordinal))));
        at.Slack.Trouble = _ => null;
        at.Of<ISlackCatchUp>().Ask("connected again");
        await UntilAsync(async () => await at.TextsAsync() == "missed");
    }

    [Test]
    public async Task A_channel_that_has_just_become_an_incidents_is_read()
    {
        var opened = Hosted<OpenedRooms>();
        await opened.StartAsync(default);
        await Hosted<SlackCatchUp>().StartAsync(default);
        await UntilAsync(() => Task.FromResult(at.Slack.Asked.Contains("history C1 ")));
        at.Slack.Messages.Add(Said(1, "first!"));
        at.Of<LiveFeed>().Publish((await at.House.EntriesAsync(1)).Where(entry => entry.Event is RoomOpened));
        await UntilAsync(async () => await at.TextsAsync() == "first!");
        await opened.StopAsync(default);
    }

    [Test]
    public async Task An_ended_incidents_channel_is_read_until_it_is_archived()
    {
        await at.House.Hear(TestKit.Cast.Ana, "INC-1 cancel false alarm");
        Assert.That(await RoomsAsync(), Is.EqualTo(new[] { "C1" }));
        await at.House.Desk.RecordAsync(Id, [new RoomChanged("Slack", "slack:T1/C1", RoomFate.Archived)], Person.Bot, "slack", key: null);
        Assert.That(await RoomsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_message_is_known_by_its_entry_and_fetched_when_it_never_came()
    {
        at.Slack.Messages.Add(Said(2, "never came"));
        await at.HearAsync(Said(1, "heard"));
        Assert.That(await RecallAsync("C1", 1), Is.EqualTo(3));
        Assert.That(await RecallAsync("C1", 2), Is.EqualTo(4));
        Assert.That(await RecallAsync("C1", 3), Is.Null, "Slack has no such message");
        Assert.That(await RecallAsync("C7", 1), Is.Null, "no incident's channel");
        Assert.That(await at.TextsAsync(), Is.EqualTo("heard | never came"));
    }

    [Test]
    public async Task A_message_that_a_reaction_overtakes_is_recorded_once()
    {
        at.Slack.Messages.Add(Said(1, "CPU is at 100 %"));
        var entries = await Task.WhenAll(RecallAsync("C1", 1), RecallAsync("C1", 1), HeardAsync());
        Assert.That(entries.Distinct(), Is.EqualTo(new int?[] { 3 }));
        Assert.That(await at.TextsAsync(), Is.EqualTo("CPU is at 100 %"));
    }

    private IHostedService Hosted<T>() => at.Of<IEnumerable<IHostedService>>().Single(service => service is T);

    private Task<int?> RecallAsync(string channel, double seconds) => at.Of<ISlackRecall>().EntryOfAsync("T1", channel, Ts(seconds)).AsTask();

    private async Task<int?> HeardAsync()
    {
        await at.HearAsync(Said(1, "CPU is at 100 %"));
        return await RecallAsync("C1", 1);
    }

    private async Task<IReadOnlyList<string>> RoomsAsync()
    {
        var rooms = new List<string>();
        await foreach (var room in at.Of<InRooms>().AllAsync(channel: null)) rooms.Add(room.Channel);
        return rooms;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var since = Stopwatch.GetTimestamp(); !await holds(); await Task.Delay(5))
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(20)) Assert.Fail("It did not become so within 20 seconds.");
    }
}
