using System.Text.Json.Nodes;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Rooms;
using IncidentBot.TestKit;
using static IncidentBot.Adapters.Tests.Slack.Rooms.RoomsHouse;

namespace IncidentBot.Adapters.Tests.Slack.Rooms;

/// <summary>What was said while nobody listened is read back: the oldest first, marked, and only what is missing.</summary>
public sealed class ReadingBackRooms
{
    private RoomsHouse at = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        at = await RoomsHouse.OpenAsync();
        await at.Of<Marks>().HoldAsync(default);
        at.House.Clock.Now += TimeSpan.FromHours(1);
    }

    [TearDown]
    public async Task CloseAsync() => await at.DisposeAsync();

    [TestCase(999)]
    [TestCase(15)]
    public async Task Over_pages_and_with_threads(int page)
    {
        at.Slack.PageSize = page;
        for (var second = 1; second <= 40; second++) at.Slack.Messages.Add(Said(second, $"{second}"));
        Thread(head: 3, 50, "answered");
        Thread(head: 3, 51, "and again");
        await at.ReadBackAsync();
        Assert.That(await at.TextsAsync(), Is.EqualTo(string.Join(" | ", Enumerable.Range(1, 40).Select(second => $"{second}").Append("answered").Append("and again"))));
        var events = (await at.EventsAsync()).OfType<MessagePosted>().ToList();
        Assert.That(events.All(message => message.CaughtUp), Is.True);
        Assert.That(events[^1].ReplyTo, Is.EqualTo(events[^2].ReplyTo).And.Not.Null);
    }

    [Test]
    public async Task What_is_known_is_passed_over_and_what_is_read_once_is_not_read_again()
    {
        await at.HearAsync(Said(1, "heard"));
        at.Slack.Messages.AddRange([Said(1, "heard"), Said(2, "missed"), Said(3, "ours", "U0BOT"), new JsonObject { ["type"] = "message", ["subtype"] = "channel_join", ["user"] = "U0BEN", ["text"] = "joined", ["ts"] = Ts(4) }]);
        await at.ReadBackAsync();
        await at.ReadBackAsync();
        Assert.That(await at.TextsAsync(), Is.EqualTo("heard | missed"));
        Assert.That(await at.Of<Marks>().OfAsync(new SlackRoom(Id, "T1", "C1"), default), Is.EqualTo(Ts(4)));
    }

    [Test]
    public async Task What_was_heard_after_the_gap_does_not_hide_it()
    {
        at.Slack.Messages.AddRange([Said(1, "in the gap"), Said(3_000, "after it")]);
        await at.HearAsync(Said(3_000, "after it"));
        await at.ReadBackAsync();
        Assert.That(await at.TextsAsync(), Is.EqualTo("after it | in the gap"));
    }

    [Test]
    public async Task An_old_thread_that_was_answered_in_the_gap_is_read()
    {
        at.House.Clock.Now = Story.Begin.AddDays(3);
        await at.HearAsync(Said(1, "who looks?"));
        at.Slack.Messages.Add(Said(1, "who looks?"));
        Thread(head: 1, 200_000, "heard");
        await at.HearAsync((JsonObject)at.Slack.Messages[^1].DeepClone());
        at.Slack.Messages.Add(Said(200_001, "the last that was read"));
        await at.ReadBackAsync();
        Thread(head: 1, 200_900, "in the gap");
        await at.ReadBackAsync();
        Assert.That(await at.TextsAsync(), Does.EndWith("| in the gap"));
    }

    [Test]
    public async Task Edits_and_deletions_of_the_gap_are_found()
    {
        await at.HearAsync(Said(1, "teh disk"));
        await at.HearAsync(Said(2, "oops"));
        var edited = Said(1, "the disk");
        edited["edited"] = new JsonObject { ["user"] = "U0BEN", ["ts"] = Ts(60) };
        var gone = Said(2, "This message was deleted.", "USLACKBOT");
        gone["subtype"] = "tombstone";
        at.Slack.Messages.AddRange([edited, gone]);
        await at.ReadBackAsync();
        await at.ReadBackAsync();
        Assert.That((await at.EventsAsync()).Where(happened => happened is MessageEdited or MessageDeleted).Select(happened => happened.Sentence), Is.EqualTo(new[] { "edited message 3: the disk", "deleted message 4 from the room" }));
    }

    [Test]
    public async Task Redacted_words_do_not_come_back_with_an_edit_that_was_read_already()
    {
        var edited = Said(1, "the key is swordfish");
        edited["edited"] = new JsonObject { ["user"] = "U0BEN", ["ts"] = Ts(60) };
        at.Slack.Messages.Add(edited);
        await at.ReadBackAsync();
        await at.House.Hear(Cast.Ana, "INC-1 redact 3 \"a secret was pasted\"");
        await at.ReadBackAsync();
        await at.ReadBackAsync(Reading.Round);
        Assert.That((await at.EntriesAsync()).Select(entry => entry.Sentence), Has.None.Contains("swordfish"));
    }

    [Test]
    public async Task Files_of_the_gap_are_recorded_and_so_are_those_whose_copying_was_cut_off()
    {
        await at.HearAsync(Said(1, "see the trace"));
        var bringing = Said(1, "see the trace");
        bringing["files"] = new JsonArray(new JsonObject { ["id"] = "F1", ["name"] = "trace.txt", ["mimetype"] = "text/plain", ["size"] = 16, ["url_private_download"] = "https://files.slack.com/F1" });
        at.Slack.Contents["https://files.slack.com/F1"] = new byte[16];
        at.Slack.Messages.Add(bringing);
        await at.ReadBackAsync();
        await at.ReadBackAsync();
        var file = (await at.EventsAsync()).OfType<FileShared>().Single();
        Assert.That((file.Name, file.IsKept, file.CaughtUp, file.ReplyTo), Is.EqualTo(("trace.txt", true, true, (int?)3)));
    }

    [Test]
    public async Task When_Slack_asks_to_wait_it_is_waited_for()
    {
        var busy = 2;
        at.Slack.Messages.Add(Said(1, "missed"));
        at.Slack.Trouble = asked => asked.StartsWith("history", StringComparison.Ordinal) && busy-- > 0 ? new SlackBusyException("conversations.history", TimeSpan.FromMilliseconds(1)) : null;
        await at.ReadBackAsync();
        Assert.That(await at.TextsAsync(), Is.EqualTo("missed"));
    }

    [Test]
    public async Task A_round_leaves_what_was_said_just_now_to_come()
    {
        at.Slack.Messages.AddRange([Said(3_000, "lost"), Said(3_590, "on its way")]);
        await at.ReadBackAsync(Reading.Round);
        Assert.That(await at.TextsAsync(), Is.EqualTo("lost"));
        await at.HearAsync(Said(3_590, "on its way"));
        Assert.That((await at.EventsAsync()).OfType<MessagePosted>().Select(message => message.CaughtUp), Is.EqualTo(new[] { true, false }));
        at.House.Clock.Now += TimeSpan.FromMinutes(10);
        at.Slack.Messages.Add(Said(3_600, "lost too"));
        await at.ReadBackAsync(Reading.Round);
        Assert.That(await at.TextsAsync(), Is.EqualTo("lost | on its way | lost too"));
    }

    [Test]
    public async Task What_was_said_before_anybody_knew_whose_the_channel_is_means_what_it_says()
    {
        at.Slack.Messages.Add(Said(3_599, "DECISION: roll back"));
        await at.ReadBackAsync(Reading.Opened);
        Assert.That((await at.EntriesAsync())[0].Event, Is.EqualTo(new MessagePosted("DECISION: roll back", null, Identity(3_599))));
    }

    [Test]
    public async Task While_Slack_does_not_say_who_the_bot_is_nothing_is_read()
    {
        at.Slack.Trouble = asked => asked == "self" ? new SlackFaultException("auth.test", "invalid_auth", "The token is wrong.") : null;
        var fault = await Assert.ThrowsAsync<SlackAwayException>(() => at.ReadBackAsync());
        Assert.That(fault!.Message, Is.EqualTo("Slack does not say who the bot is, so its own words could not be told from others'."));
    }

    private void Thread(double head, double seconds, string text)
    {
        var answer = Said(seconds, text);
        answer["thread_ts"] = Ts(head);
        at.Slack.Messages.Add(answer);
        at.Slack.Messages.Single(message => (string)message["ts"]! == Ts(head))["latest_reply"] = Ts(seconds);
    }
}
