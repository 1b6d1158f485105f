using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Blocks;
using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Slack.Speaking;

/// <summary>What stands of an incident in Slack is like the incident.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DrawingChannels : IDisposable
{
    private readonly SpeakingSlack slack = new();

    [Test]
    public async Task The_card_is_posted_once_pinned_and_drawn_anew_in_its_place()
    {
        var incident = await slack.DrawAsync(await slack.OpenAsync());
        var place = slack.Far.Messages.Single().Place;
        Assert.That(incident.Cards["Slack/card"], Is.EqualTo($"slack:T1/C1/{place.Ts}"));
        Assert.That(slack.Far.Pins, Is.EqualTo(new[] { place }));
        await slack.House.Hear(Cast.Ana, "severity sev1", 1);
        incident = await slack.DrawAsync(await slack.NowAsync(incident.Id));

        Assert.That(slack.Far.Messages.Single().Place, Is.EqualTo(place));
        Assert.That(slack.Far.WordsIn("C1").Single(), Does.Contain("Severity: SEV1"));
        Assert.That(slack.Far.Pins, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_card_offers_what_people_in_the_channel_may_do()
    {
        await slack.DrawAsync(await slack.OpenAsync());
        var blocks = BlockJson.Of(slack.Far.Messages.Single().Drawn.Blocks).ToString();
        Assert.That(blocks, Does.Contain("INC-1 role claim commander").And.Contain("INC-1 triage"));
    }

    [Test]
    public async Task What_has_not_changed_is_not_drawn_again_whatever_was_said_meanwhile()
    {
        var incident = await slack.DrawAsync(await slack.OpenAsync());
        var calls = slack.Far.Calls.Count;
        await slack.House.Say(Cast.Ana, "hello", 1);
        await slack.House.Say(Cast.Ana, "anybody?", 1);
        await slack.DrawAsync(await slack.NowAsync(incident.Id));
        Assert.That(slack.Far.Calls.Skip(calls), Is.Empty);

        await slack.House.Hear(Cast.Ana, "note \"it is the disk\"", 1);
        await slack.DrawAsync(await slack.NowAsync(incident.Id));
        Assert.That(slack.Far.Calls.Skip(calls), Is.EqualTo(new[] { $"chat.update {slack.Far.Messages[0].Place.Ts}" }));
    }

    [Test]
    public async Task A_card_that_was_posted_before_a_crash_is_not_posted_again()
    {
        var incident = await slack.OpenAsync();
        await slack.Chat.RedrawAsync(incident, default);
        using var again = slack.Again();
        await again.DrawAsync(incident);
        Assert.That(slack.Far.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_card_whose_pinning_was_not_answered_is_remembered_when_it_was()
    {
        var incident = await slack.OpenAsync();
        slack.Far.Fault = method => method == "pins.add" ? new SlackAwayException("Slack did not answer.") : null;
        await Assert.ThrowsAsync<SlackAwayException>(async () => await slack.Chat.RedrawAsync(incident, default));
        slack.Far.Fault = _ => null;
        incident = await slack.DrawAsync(incident);
        Assert.That((slack.Far.Messages.Count, slack.Far.Pins.Count, incident.Cards.ContainsKey("Slack/card")), Is.EqualTo((1, 1, true)));
    }

    [Test]
    public async Task A_card_that_somebody_deleted_is_posted_again()
    {
        var incident = await slack.DrawAsync(await slack.OpenAsync());
        slack.Far.Messages.Clear();
        await slack.House.Hear(Cast.Ana, "severity sev1", 1);
        var now = await slack.DrawAsync(await slack.NowAsync(incident.Id));
        Assert.That(slack.Far.Messages, Has.Count.EqualTo(1));
        Assert.That(now.Cards["Slack/card"], Is.Not.EqualTo(incident.Cards["Slack/card"]));
    }

    [Test]
    public async Task Where_nothing_may_be_pinned_or_set_the_card_stands_all_the_same()
    {
        slack.Far.Fault = method => method is "pins.add" or "conversations.setTopic" or "bookmarks.add" ? RememberingSlack.No(method, "restricted_action") : null;
        var incident = await slack.DrawAsync(await slack.OpenAsync());
        Assert.That(incident.Cards.Keys, Is.EquivalentTo(new[] { "Slack/card", "Slack/bookmarks" }));
        var calls = slack.Far.Calls.Count;
        await slack.DrawAsync(incident);
        Assert.That(slack.Far.Calls.Skip(calls), Is.Empty);
    }

    [Test]
    public async Task The_topic_is_set_when_it_changes_also_after_a_restart()
    {
        var incident = await slack.DrawAsync(await slack.OpenAsync());
        Assert.That(slack.Far.Channels["C1"].Topic, Is.EqualTo("SEV3 · Identification · no commander yet · INC-1 Checkout is down"));
        using var again = slack.Again();
        await again.DrawAsync(incident);
        await again.House.Hear(Cast.Ana, "lead", 1);
        await again.DrawAsync(await again.NowAsync(incident.Id));

        Assert.That(slack.Far.Calls.Count(call => call.StartsWith("conversations.setTopic", StringComparison.Ordinal)), Is.EqualTo(2));
        Assert.That(slack.Far.Channels["C1"].Topic, Is.EqualTo("SEV3 · Identification · Ana commands · INC-1 Checkout is down"));
    }

    [Test]
    public async Task The_bar_gets_its_links_once_in_each_channel()
    {
        var incident = await slack.DrawAsync(await slack.OpenAsync());
        await slack.DrawAsync(incident);
        Assert.That(slack.Far.Bookmarks, Is.EqualTo(new[]
        {
            ("C1", "Timeline", new Uri("https://incidents.example/incidents/INC-1")), ("C1", "Review", new Uri("https://incidents.example/incidents/INC-1/review")),
        }));
        await slack.Far.ArchiveAsync("C1");
        incident = await slack.ReopenRoomAsync(await slack.NowAsync(incident.Id), "again");
        await slack.DrawAsync(incident);
        Assert.That(slack.Far.Bookmarks, Has.Count.EqualTo(4));
        Assert.That(slack.Far.Pins.Select(pin => pin.Channel).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task The_card_tells_what_waits_elsewhere_but_not_that_slack_itself_was_away()
    {
        var since = Story.Begin.AddMinutes(-10);
        slack.Waits =
        [
            new WaitingPromise(new PromiseId(new IncidentId(1), 1, 0), "Teams", "tell the room in Teams", since, null, "") { IsMessage = true },
            new WaitingPromise(new PromiseId(new IncidentId(1), 2, 0), "Slack", "tell the room in Slack", since, null, "") { IsMessage = true },
        ];
        await slack.DrawAsync(await slack.OpenAsync());
        Assert.That(slack.Far.WordsIn("C1").Single(), Does.Match($"Teams has not been reached since .*{Words.Moment(since)}>?: 1 message waits\\.").And.Not.Contain("Slack has not"));
    }

    [Test]
    public async Task A_channel_without_the_bot_is_told_as_lost()
    {
        var incident = await slack.OpenAsync();
        slack.Far.Fault = method => method == "chat.postMessage" ? RememberingSlack.No(method, "not_in_channel") : null;
        Assert.That((await Assert.ThrowsAsync<RoomLostException>(async () => await slack.Chat.RedrawAsync(incident, default)))!.Fate, Is.EqualTo(RoomFate.BotRemoved));
    }

    [Test]
    public async Task An_incident_is_announced_kept_up_to_date_and_taken_away_when_it_turns_private()
    {
        var channel = slack.Far.Add("general").Id;
        using var general = slack.Again(options => options.AnnounceChannel = channel);
        var incident = await general.DeclareAsync();
        incident = await general.RecordAsync(incident, await general.Chat.AnnounceAsync(incident, general.Try("announce"), default));
        Assert.That(await general.Chat.AnnounceAsync(incident, general.Try("announced anew"), default), Is.Empty);
        Assert.That(BlockJson.Of(slack.Far.Messages.Single().Drawn.Blocks).ToString(), Does.Contain("INC-1 join").And.Contain("INC-1 subscribe"));
        await general.DrawAsync(incident);
        Assert.That(slack.Far.Calls, Has.None.StartsWith("chat.update"));

        await general.House.Hear(Cast.Ana, "severity sev1", 1);
        incident = await general.DrawAsync(await general.NowAsync(incident.Id));
        Assert.That(slack.Far.WordsIn(channel).Single(), Does.Contain("Severity: SEV1"));

        await general.House.Hear(Cast.Ana, "private", 1);
        incident = await general.DrawAsync(await general.NowAsync(incident.Id));
        Assert.That(slack.Far.Messages, Is.Empty);
        Assert.That(incident.Cards, Is.Empty);
    }

    [TestCase(null, false)]
    [TestCase("general", true)]
    public async Task Nothing_is_announced_where_no_channel_is_set_or_others_read_it(string? name, bool isShared)
    {
        var channel = name is null ? null : slack.Far.Add(name, isShared: isShared);
        using var general = slack.Again(options => options.AnnounceChannel = channel?.Id);
        var incident = await general.DeclareAsync();
        Assert.That(await general.Chat.AnnounceAsync(incident, general.Try("announce"), default), Is.Empty);
        Assert.That(slack.Far.Messages, Is.Empty);
    }

    [Test]
    public async Task An_announcement_that_somebody_deleted_stays_deleted()
    {
        var channel = slack.Far.Add("general").Id;
        using var general = slack.Again(options => options.AnnounceChannel = channel);
        var incident = await general.DeclareAsync();
        incident = await general.RecordAsync(incident, await general.Chat.AnnounceAsync(incident, general.Try("announce"), default));
        slack.Far.Messages.Clear();
        await general.House.Hear(Cast.Ana, "severity sev1", 1);
        incident = await general.DrawAsync(await general.NowAsync(incident.Id));
        Assert.That((slack.Far.Messages.Count, incident.Cards.Count), Is.EqualTo((0, 0)));
    }

    public void Dispose() => slack.Dispose();
}
