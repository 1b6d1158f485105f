using System.Text.Json.Nodes;
using IncidentBot.TestKit;
using static IncidentBot.Adapters.Tests.Slack.Rooms.RoomsHouse;

namespace IncidentBot.Adapters.Tests.Slack.Rooms;

/// <summary>What people and programs write in an incident's channel.</summary>
public sealed class HearingMessages
{
    private RoomsHouse at = null!;

    [SetUp]
    public async Task OpenAsync() => at = await RoomsHouse.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await at.DisposeAsync();

    [Test]
    public async Task A_message_is_an_entry_in_plain_words_at_its_own_time()
    {
        await at.HearAsync(Said(5, "ask <@U0CLEO> about it"));
        var entry = (await at.EntriesAsync()).Single();
        Assert.That((entry.Sentence, entry.Via, entry.By.Id.Value, entry.OccurredAt), Is.EqualTo(("Ben said: ask @Cleo about it", "slack", "slack:T1/U0BEN", Story.Begin.AddSeconds(5))));
        Assert.That(entry.Event, Is.EqualTo(new MessagePosted("ask @Cleo about it", null, Identity(5))));
    }

    [TestCase("me_message")]
    [TestCase("thread_broadcast")]
    [TestCase("file_share")]
    [TestCase("a_kind_of_next_year")]
    public async Task These_kinds_are_content(string subtype)
    {
        await at.HearAsync(With(Said(5, "hello"), "subtype", subtype));
        Assert.That(await at.TextsAsync(), Is.EqualTo("hello"));
    }

    [TestCase("channel_join")]
    [TestCase("channel_leave")]
    [TestCase("channel_topic")]
    [TestCase("channel_purpose")]
    [TestCase("channel_archive")]
    [TestCase("channel_unarchive")]
    [TestCase("group_join")]
    [TestCase("channel_posting_permissions")]
    [TestCase("ekm_access_denied")]
    [TestCase("pinned_item")]
    [TestCase("message_replied")]
    [TestCase("bot_add")]
    public async Task These_kinds_are_noise(string subtype)
    {
        await at.HearAsync(With(Said(5, "<@U0BEN> did something"), "subtype", subtype));
        Assert.That(await at.EventsAsync(), Is.Empty);
        Assert.That(at.Tally.Unknown, Is.Empty);
    }

    [Test]
    public async Task A_kind_of_next_year_without_an_author_or_words_is_counted_and_nothing_more()
    {
        await at.HearAsync(new JsonObject { ["type"] = "message", ["subtype"] = "sh_room_created", ["channel"] = "C1", ["ts"] = Ts(5), ["room"] = new JsonObject() });
        await at.HearAsync(new JsonObject { ["type"] = "message", ["channel"] = "C1", ["text"] = 7 });
        await at.HearAsync(new JsonObject { ["type"] = "message", ["channel"] = "C1", ["ts"] = "soon", ["user"] = "U0BEN", ["text"] = "x" });
        Assert.That(await at.EventsAsync(), Is.Empty);
        Assert.That(at.Tally.Unknown, Is.EqualTo(new Dictionary<string, long> { ["message:sh_room_created"] = 1, ["message:"] = 2 }));
    }

    [Test]
    public async Task What_is_said_elsewhere_is_nobodys_business()
    {
        await at.HearAsync(With(Said(5, "lunch?"), "channel", "C0GENERAL"));
        Assert.That(await at.EventsAsync(), Is.Empty);
    }

    [TestCase("user", "U0BOT")]
    [TestCase("bot_id", "B0BOT")]
    [TestCase("app_id", "A0BOT")]
    public async Task Our_own_words_are_known_by_their_author(string field, string value)
    {
        await at.HearAsync(With(Said(5, "SEV2 INC-1: x"), field, value));
        Assert.That(await at.EventsAsync(), Is.Empty);
    }

    [Test]
    public async Task Another_program_is_marked_and_takes_no_part()
    {
        var bot = Said(5, "DECISION: deployed 2026.47", "U0DEPLOY");
        bot["bot_id"] = "B0DEPLOY";
        bot["bot_profile"] = new JsonObject { ["name"] = "Deploy bot", ["app_id"] = "A0DEPLOY" };
        await at.HearAsync(bot);
        var entry = (await at.EntriesAsync()).Single();
        Assert.That((entry.By.Name, entry.Event), Is.EqualTo(("Deploy bot", (IncidentEvent)new MessagePosted("DECISION: deployed 2026.47", null, Identity(5), FromBot: true))));
        Assert.That((await at.StandingAsync()).Responders.Keys.Select(id => id.Value), Is.EqualTo(new[] { "slack:T1/U0ANA" }));
    }

    [Test]
    public async Task A_webhook_of_old_goes_by_the_name_that_it_gives_itself()
    {
        await at.HearAsync(new JsonObject { ["type"] = "message", ["subtype"] = "bot_message", ["channel"] = "C1", ["ts"] = Ts(5), ["bot_id"] = "B7", ["username"] = "Grafana", ["text"] = "disk full" });
        var entry = (await at.EntriesAsync()).Single();
        Assert.That((entry.Sentence, ((MessagePosted)entry.Event).FromBot), Is.EqualTo(("Grafana said: disk full", true)));
    }

    [Test]
    public async Task Delivered_twenty_times_at_once_it_is_one_entry()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => at.HearAsync(Said(5, "DECISION: roll back"))));
        await at.HearAsync(Said(5, "DECISION: roll back"));
        Assert.That((await at.EventsAsync()).Select(happened => happened.GetType()), Is.EqualTo(new[] { typeof(MessagePosted), typeof(DecisionRecorded) }));
    }

    [Test]
    public async Task Messages_that_arrive_at_once_in_any_order_are_all_there_each_at_its_time()
    {
        await Task.WhenAll(Enumerable.Range(1, 30).Reverse().Select(second => at.HearAsync(Said(second, $"{second}"), $"Ev{second}")));
        var entries = await at.EntriesAsync();
        Assert.That(entries.Select(entry => ((MessagePosted)entry.Event).Text).Order(), Is.EqualTo(Enumerable.Range(1, 30).Select(second => $"{second}").Order()));
        foreach (var entry in entries) Assert.That((entry.OccurredAt - Story.Begin).TotalSeconds, Is.EqualTo(double.Parse(((MessagePosted)entry.Event).Text)));
    }

    [Test]
    public async Task What_a_prefix_could_not_become_is_whispered_to_its_author()
    {
        await at.HearAsync(Said(5, "DECISION: "));
        await at.RestAsync();
        Assert.That(at.Slack.Asked, Has.Some.EqualTo("whisper C1 U0BEN : Your message is recorded; it did not become more than that. The decision is empty. Say what it is."));
    }

    [Test]
    public async Task Of_a_pasted_secret_its_author_alone_is_told_in_the_thread_where_it_was_said()
    {
        await at.HearAsync(Said(5, "which key?", "U0ANA"));
        await at.HearAsync(With(Said(6, "AKIAIOSFODNN7EXAMPLE"), "thread_ts", Ts(5)));
        await at.RestAsync();
        Assert.That(at.Slack.Asked, Has.Some.StartWith($"whisper C1 U0BEN {Ts(5)}: This looks like"));
    }

    [Test]
    public async Task While_Slack_does_not_say_who_the_bot_is_a_programs_words_wait_and_a_persons_do_not()
    {
        at.Slack.Trouble = asked => asked == "self" ? new Chat.Slack.Api.SlackAwayException("Slack does not answer.") : null;
        await at.HearAsync(With(Said(5, "deployed"), "bot_id", "B0DEPLOY"));
        await at.HearAsync(Said(6, "hello"));
        Assert.That(await at.TextsAsync(), Is.EqualTo("hello"));
        at.Slack.Trouble = _ => null;
        at.Slack.Messages.Add(With(Said(5, "deployed"), "bot_id", "B0DEPLOY"));
        await at.ReadBackAsync();
        Assert.That(await at.TextsAsync(), Is.EqualTo("hello | deployed"));
    }

    [Test]
    public async Task A_Slack_that_is_silent_keeps_no_persons_words_waiting()
    {
        await using var other = await RoomsHouse.OpenAsync();
        other.Slack.SaysNothing = true;
        await other.HearAsync(Said(6, "hello"));
        Assert.That(await other.TextsAsync(), Is.EqualTo("hello"));
    }

    [Test]
    public async Task What_arrives_late_is_recorded_with_the_time_when_it_was_said()
    {
        at.House.Clock.Now += TimeSpan.FromHours(3);
        await at.HearAsync(Said(5, "delivered at last"));
        var entry = (await at.EntriesAsync()).Single();
        Assert.That((entry.OccurredAt, entry.RecordedAt - entry.OccurredAt > TimeSpan.FromHours(2)), Is.EqualTo((Story.Begin.AddSeconds(5), true)));
    }

    private static JsonObject With(JsonObject message, string field, string value)
    {
        message[field] = value;
        return message;
    }
}
