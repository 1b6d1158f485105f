using System.Text.Json.Nodes;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Rooms;
using static IncidentBot.Adapters.Tests.Slack.Rooms.RoomsHouse;

namespace IncidentBot.Adapters.Tests.Slack.Rooms;

/// <summary>What becomes of an incident's channel is recorded once, by whoever did it.</summary>
public sealed class NoticingRooms
{
    private RoomsHouse at = null!;

    [SetUp]
    public async Task OpenAsync() => at = await RoomsHouse.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await at.DisposeAsync();

    [TestCase("channel_archive", "Ana archived the room in Slack: the incident goes on in the war room")]
    [TestCase("group_archive", "Ana archived the room in Slack: the incident goes on in the war room")]
    [TestCase("channel_left", "Ana took IncidentBot out of the room in Slack: what is said there is not recorded until it is invited again")]
    [TestCase("group_left", "Ana took IncidentBot out of the room in Slack: what is said there is not recorded until it is invited again")]
    [TestCase("channel_deleted", "Ana lost the room in Slack: the incident goes on in the war room")]
    public async Task It_is_recorded_once_however_often_it_is_delivered(string type, string sentence)
    {
        var happened = new JsonObject { ["type"] = type, ["channel"] = "C1", [type.EndsWith("left", StringComparison.Ordinal) ? "actor_id" : "user"] = "U0ANA", ["event_ts"] = Ts(9) };
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => at.HearAsync(happened)));
        await at.HearAsync(happened);
        Assert.That((await at.EntriesAsync()).Select(entry => entry.Sentence), Is.EqualTo(new[] { sentence }));
    }

    [Test]
    public async Task What_the_bot_archived_is_the_bots_doing()
    {
        await at.HearAsync(new JsonObject { ["type"] = "channel_archive", ["channel"] = "C1", ["user"] = "U0BOT", ["event_ts"] = Ts(9) });
        Assert.That((await at.EntriesAsync()).Single().By, Is.EqualTo(Person.Bot));
    }

    [Test]
    public async Task That_archiving_takes_the_bot_out_is_no_second_piece_of_news()
    {
        await at.HearAsync(new JsonObject { ["type"] = "channel_archive", ["channel"] = "C1", ["user"] = "U0ANA", ["event_ts"] = Ts(9) });
        await at.HearAsync(new JsonObject { ["type"] = "channel_left", ["channel"] = "C1", ["event_ts"] = Ts(9.5) });
        Assert.That((await at.EventsAsync()).OfType<RoomChanged>().Select(changed => changed.Fate), Is.EqualTo(new[] { RoomFate.Archived }));
    }

    [Test]
    public async Task Who_renamed_it_is_told_by_Slacks_own_message()
    {
        await at.HearAsync(new JsonObject { ["type"] = "message", ["subtype"] = "channel_name", ["channel"] = "C1", ["user"] = "U0ANA", ["old_name"] = "inc-1", ["name"] = "pay", ["ts"] = Ts(9), ["text"] = "renamed" });
        await at.HearAsync(new JsonObject { ["type"] = "message", ["subtype"] = "channel_name", ["channel"] = "C1", ["user"] = "U0ANA", ["old_name"] = "inc-1", ["name"] = "pay", ["ts"] = Ts(9), ["text"] = "renamed" });
        Assert.That((await at.EntriesAsync()).Select(entry => entry.Sentence), Is.EqualTo(new[] { "Ana renamed the room in Slack to #pay" }));
    }

    [Test]
    public async Task A_rename_that_nobody_tells_of_is_somebodys()
    {
        at.Slack.Seen = at.Slack.Seen with { Name = "pay" };
        await at.ReadBackAsync();
        await at.ReadBackAsync();
        Assert.That((await at.EntriesAsync()).Select(entry => entry.Sentence), Is.EqualTo(new[] { "Somebody renamed the room in Slack to #pay" }));
    }

    [Test]
    public async Task A_rename_that_is_read_back_is_whose_it_is()
    {
        at.Slack.Seen = at.Slack.Seen with { Name = "pay" };
        at.Slack.Messages.Add(new JsonObject { ["type"] = "message", ["subtype"] = "channel_name", ["user"] = "U0ANA", ["name"] = "pay", ["ts"] = Ts(9), ["text"] = "renamed" });
        await at.ReadBackAsync();
        Assert.That((await at.EntriesAsync()).Select(entry => entry.Sentence), Is.EqualTo(new[] { "Ana renamed the room in Slack to #pay" }));
    }

    [Test]
    public async Task Out_and_in_again_is_two_pieces_of_news_and_what_was_said_meanwhile_is_read_back()
    {
        await at.HearAsync(new JsonObject { ["type"] = "channel_left", ["channel"] = "C1", ["actor_id"] = "U0ANA", ["event_ts"] = Ts(9) });
        at.Slack.Messages.Add(Said(10, "said meanwhile"));
        await at.HearAsync(new JsonObject { ["type"] = "member_joined_channel", ["channel"] = "C1", ["user"] = "U0BOT", ["inviter"] = "U0BEN", ["event_ts"] = Ts(11) });
        await at.ReadBackAsync();
        Assert.That((await at.EntriesAsync()).Skip(1).Select(entry => entry.Sentence), Is.EqualTo(new[] { "Ben let IncidentBot into the room in Slack again", "Ben said: said meanwhile" }));
    }

    [Test]
    public async Task That_others_come_and_go_is_nothing()
    {
        await at.HearAsync(new JsonObject { ["type"] = "member_joined_channel", ["channel"] = "C1", ["user"] = "U0BEN", ["event_ts"] = Ts(9) });
        await at.HearAsync(new JsonObject { ["type"] = "member_left_channel", ["channel"] = "C1", ["user"] = "U0BEN", ["event_ts"] = Ts(10) });
        Assert.That(await at.EventsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_channel_that_came_back_from_the_archive_lets_the_bot_in_and_is_read()
    {
        await at.HearAsync(new JsonObject { ["type"] = "channel_archive", ["channel"] = "C1", ["user"] = "U0ANA", ["event_ts"] = Ts(9) });
        at.Slack.Seen = at.Slack.Seen with { IsMember = false };
        at.Slack.Messages.Add(Said(10, "back again"));
        await at.HearAsync(new JsonObject { ["type"] = "channel_unarchive", ["channel"] = "C1", ["user"] = "U0ANA", ["event_ts"] = Ts(11) });
        await at.ReadBackAsync(rejoins: true);
        Assert.That((await at.EntriesAsync()).Skip(1).Select(entry => entry.Sentence), Is.EqualTo(new[] { "Ana brought the room in Slack back from the archive", "Ben said: back again" }));
        Assert.That(at.Slack.Asked, Has.Some.EqualTo("join C1"));
    }

    [Test]
    public async Task What_became_of_it_while_nobody_listened_is_found()
    {
        at.Slack.Seen = at.Slack.Seen with { IsArchived = true, IsMember = false };
        await at.ReadBackAsync();
        await at.ReadBackAsync();
        at.Slack.Seen = at.Slack.Seen with { IsArchived = false };
        await at.ReadBackAsync();
        at.Slack.Seen = at.Slack.Seen with { IsMember = false };
        await at.ReadBackAsync();
        at.Slack.Seen = at.Slack.Seen with { IsMember = true };
        await at.ReadBackAsync();
        Assert.That((await at.EventsAsync()).OfType<RoomChanged>().Select(changed => changed.Fate), Is.EqualTo(new[] { RoomFate.Archived, RoomFate.Unarchived, RoomFate.BotRemoved, RoomFate.BotReturned }));
        Assert.That(at.Slack.Asked.Count(asked => asked == "join C1"), Is.EqualTo(1), "whoever was taken out by a person waits to be invited");
    }

    [TestCase("", RoomFate.Gone)]
    [TestCase(" --private", RoomFate.BotRemoved)]
    public async Task A_channel_that_Slack_does_not_find_is_gone_or_shut(string option, RoomFate fate)
    {
        await using var other = await RoomsHouse.OpenAsync(declare: "declare x" + option);
        other.Slack.Trouble = asked => asked.StartsWith("channel", StringComparison.Ordinal) ? new SlackFaultException("conversations.info", "channel_not_found", "There is no such channel.") : null;
        await other.ReadBackAsync();
        Assert.That((await other.EventsAsync()).OfType<RoomChanged>().Single().Fate, Is.EqualTo(fate));
    }

    [Test]
    public async Task A_channel_with_another_id_is_heard_under_that()
    {
        await at.House.Desk.RecordAsync(Id, [new CardPlaced("Slack", "card", "slack:T1/C1/1.1")], Person.Bot, "worker", key: null);
        var moved = new JsonObject { ["type"] = "channel_id_changed", ["old_channel_id"] = "C1", ["new_channel_id"] = "C9", ["event_ts"] = Ts(9) };
        await at.HearAsync(moved);
        await at.HearAsync(moved);
        var incident = await at.StandingAsync();
        Assert.That((incident.Rooms["Slack"], incident.RoomNames["Slack"], incident.Cards["Slack/card"], incident.Number), Is.EqualTo(("slack:T1/C9", "#inc-1", "slack:T1/C9/1.1", 5)));
        var said = Said(12, "here now");
        said["channel"] = "C9";
        await at.HearAsync(said);
        Assert.That(await at.TextsAsync(), Is.EqualTo("here now"));
    }

    [Test]
    public async Task What_becomes_of_a_channel_that_the_incident_left_is_nothing()
    {
        await at.House.Desk.RecordAsync(Id, [new RoomOpened("Slack", "slack:T1/C2", "#inc-1-2")], Person.Bot, "worker", key: null);
        await at.HearAsync(new JsonObject { ["type"] = "channel_archive", ["channel"] = "C1", ["user"] = "U0ANA", ["event_ts"] = Ts(9) });
        await at.HearAsync(new JsonObject { ["type"] = "channel_archive", ["channel"] = "C0GENERAL", ["user"] = "U0ANA", ["event_ts"] = Ts(9) });
        Assert.That(await at.EventsAsync(), Is.Empty);
    }
}
