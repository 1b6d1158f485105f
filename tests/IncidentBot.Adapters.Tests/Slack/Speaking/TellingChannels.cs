using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Slack.Speaking;

/// <summary>What is said and done elsewhere is told in the channel.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TellingChannels : IDisposable
{
    private readonly SpeakingSlack slack = new();

    [Test]
    public async Task What_was_said_elsewhere_is_told_with_who_and_where()
    {
        var incident = await slack.OpenAsync();
        await slack.House.Say(Cast.Ben, "I see 500s", 1);
        var identity = await slack.TellAsync(incident);

        Assert.That(slack.Far.WordsIn("C1"), Is.EqualTo(new[] { "Ben (test): I see 500s" }));
        Assert.That(identity, Is.EqualTo($"slack:T1/C1/{slack.Far.Messages[0].Place.Ts}"));
    }

    [Test]
    public async Task An_answer_is_told_in_the_thread_of_what_it_answers_however_deep_it_was()
    {
        var incident = await slack.OpenAsync();
        await slack.House.Say(Cast.Ben, "I see 500s", 1);
        var root = (await slack.NowAsync(incident.Id)).Number;
        await slack.TellAsync(incident);
        await SayAsync("Me too", root);
        var answer = (await slack.NowAsync(incident.Id)).Number;
        await slack.TellAsync(incident);
        await SayAsync("And me", answer);
        await slack.TellAsync(incident);

        var first = slack.Far.Messages[0].Place.Ts;
        Assert.That(slack.Far.Messages.Select(message => message.Thread), Is.EqualTo(new[] { null, first, first }));
    }

    [Test]
    public async Task What_the_bot_says_of_an_entry_is_told_and_book_keeping_is_not()
    {
        var incident = await slack.OpenAsync();
        Assert.That(await slack.TellAsync(incident), Is.Null);
        await slack.House.Hear(Cast.Ana, "severity sev1", 1);
        await slack.TellAsync(incident);

        Assert.That(slack.Far.WordsIn("C1").Single(), Is.EqualTo("Ana raised the severity from SEV3 to SEV1"));
    }

    [Test]
    public async Task What_is_told_late_says_when_it_was()
    {
        var incident = await slack.OpenAsync();
        await slack.House.Hear(Cast.Ana, "severity sev1", 1);
        slack.House.Clock.Now += TimeSpan.FromMinutes(20);
        await slack.TellAsync(incident);
        await slack.House.Say(Cast.Ben, "I see 500s", 1);
        slack.House.Clock.Now += TimeSpan.FromMinutes(20);
        await slack.TellAsync(incident);

        Assert.That(slack.Far.WordsIn("C1")[0], Does.Match($"That was at .*{Words.Moment(Story.Begin)}>?\\.$"));
        Assert.That(IncidentBot.Chat.Slack.Blocks.BlockJson.Of(slack.Far.Messages[1].Drawn.Blocks).ToString(), Does.Contain("\"date\""));
    }

    [Test]
    public async Task New_words_change_our_own_copy_and_a_deletion_deletes_it()
    {
        var incident = await slack.OpenAsync();
        await slack.House.Say(Cast.Ben, "I see 500s", 1);
        var entry = (await slack.NowAsync(incident.Id)).Number;
        await slack.TellAsync(incident);
        await slack.House.Hear(Cast.Ben, $"edit {entry} \"I see 502s\"", 1);
        Assert.That(await slack.TellAsync(incident), Is.Null);
        Assert.That(slack.Far.WordsIn("C1"), Is.EqualTo(new[] { "Ben (test): I see 502s" }));
        await slack.House.Hear(Cast.Ben, $"delete {entry}", 1);
        await slack.TellAsync(incident);

        Assert.That(slack.Far.WordsIn("C1"), Is.Empty);
    }

    [Test]
    public async Task New_words_for_what_a_person_wrote_in_slack_are_an_answer_to_it()
    {
        var incident = await slack.OpenAsync();
        var ben = new Person(SlackNames.Person("T1", "UBEN"), "Ben");
        await slack.House.Desk.OverhearAsync(new Overheard("slack:T1/C1/1600.000001", "I see 500s", ben, SlackNames.Via, incident.Id, slack.House.Clock.Now));
        var entry = (await slack.NowAsync(incident.Id)).Number;
        await slack.House.Hear(ben, $"edit {entry} \"I see 502s\"", 1);
        Assert.That(await slack.TellAsync(incident), Is.Not.Null);

        Assert.That(slack.Far.Messages.Single(), Has.Property("Thread").EqualTo("1600.000001"));
        Assert.That(slack.Far.WordsIn("C1").Single(), Is.EqualTo("Ben (test): I see 502s"));
    }

    [Test]
    public async Task A_copy_that_somebody_deleted_stays_deleted()
    {
        var incident = await slack.OpenAsync();
        await slack.House.Say(Cast.Ben, "I see 500s", 1);
        var entry = (await slack.NowAsync(incident.Id)).Number;
        await slack.TellAsync(incident);
        slack.Far.Messages.Clear();
        await slack.House.Hear(Cast.Ben, $"edit {entry} \"I see 502s\"", 1);

        Assert.That(await slack.TellAsync(incident), Is.Null);
        Assert.That(slack.Far.Messages, Is.Empty);
    }

    [Test]
    public async Task What_turned_private_is_spoken_of_no_more_where_everybody_reads()
    {
        var incident = await slack.DrawAsync(await slack.OpenAsync());
        await slack.House.Hear(Cast.Ana, "private", 1);
        var calls = slack.Far.Calls.Count;
        Assert.That(await slack.TellAsync(incident), Is.Null);
        await slack.House.Say(Cast.Ana, "it was Eve", 1);
        Assert.That(await slack.TellAsync(incident), Is.Null);
        await slack.House.Hear(Cast.Ana, "severity sev1", 1);
        await slack.DrawAsync(await slack.NowAsync(incident.Id));
        Assert.That(await slack.Chat.InviteAsync(await slack.NowAsync(incident.Id), Cast.Ben, default), Is.Null);
        Assert.That(slack.Far.Calls.Skip(calls).Distinct(), Is.EqualTo(new[] { "conversations.info C1" }));

        incident = await slack.ReopenRoomAsync(await slack.NowAsync(incident.Id), "private");
        await slack.House.Say(Cast.Ana, "it was Eve after all", 1);
        Assert.That(await slack.TellAsync(incident), Does.StartWith(incident.Rooms[SlackNames.Chat] + "/"));
    }

    [TestCase("channel_not_found", RoomFate.Gone)]
    [TestCase("is_archived", RoomFate.Archived)]
    [TestCase("not_in_channel", RoomFate.BotRemoved)]
    public async Task A_channel_that_is_gone_is_told_as_lost(string code, RoomFate fate)
    {
        var incident = await slack.OpenAsync();
        await slack.House.Say(Cast.Ben, "I see 500s", 1);
        slack.Far.Fault = method => method == "chat.postMessage" ? RememberingSlack.No(method, code) : null;

        var lost = await Assert.ThrowsAsync<RoomLostException>(async () => await slack.TellAsync(incident));
        Assert.That(lost!.Fate, Is.EqualTo(fate));
    }

    [Test]
    public async Task A_no_is_an_answer_but_a_token_that_is_refused_is_waited_for()
    {
        var incident = await slack.OpenAsync();
        await slack.House.Say(Cast.Ben, "I see 500s", 1);
        slack.Far.Fault = method => method == "chat.postMessage" ? RememberingSlack.No(method, "restricted_action") : null;
        await Assert.ThrowsAsync<PromiseRefusedException>(async () => await slack.TellAsync(incident));
        Assert.That(slack.Chat.Standing.IsWell);

        slack.Far.Fault = method => method == "chat.postMessage" ? RememberingSlack.No(method, "token_revoked") : null;
        await Assert.ThrowsAsync<SlackFaultException>(async () => await slack.TellAsync(incident));
        Assert.That(slack.Chat.Standing, Is.EqualTo(new ChatStanding(false, "Slack refused chat.postMessage: token_revoked.", Story.Begin)));

        slack.House.Clock.Now += TimeSpan.FromMinutes(5);
        slack.Far.Fault = method => method == "chat.postMessage" ? new SlackAwayException("Slack did not answer.") : null;
        await Assert.ThrowsAsync<SlackAwayException>(async () => await slack.TellAsync(incident));
        Assert.That(slack.Chat.Standing, Is.EqualTo(new ChatStanding(false, "Slack did not answer.", Story.Begin)));

        slack.Far.Fault = _ => null;
        await slack.TellAsync(incident);
        Assert.That(slack.Chat.Standing, Is.EqualTo(new ChatStanding(true, "Slack answers.", Story.Begin.AddMinutes(5))));
    }

    [TestCase(null, false, 0)]
    [TestCase("general", true, 0)]
    [TestCase("general", false, 1)]
    public async Task A_proposed_alert_is_told_in_the_general_channel_of_this_workspace_alone(string? name, bool isShared, int told)
    {
        var channel = name is null ? null : slack.Far.Add(name, isShared: isShared);
        using var general = slack.Again(options => options.AnnounceChannel = channel?.Id);
        var alert = EventSamples.All.OfType<AlertProposed>().First();
        await slack.House.Desk.RecordAsync(IncidentId.House, [alert], Person.Bot, "alerts", null);
        var house = (await slack.House.Desk.HouseAsync()).Room;
        var entry = (await slack.House.EntriesAsync(0))[^1];
        var identity = await general.Chat.TellAsync(new Telling(house, entry, slack.Try("deed:0:1:0")), default);

        Assert.That(slack.Far.Messages, Has.Count.EqualTo(told));
        Assert.That(identity is not null, Is.EqualTo(told == 1));
        if (told == 1) Assert.That(IncidentBot.Chat.Slack.Blocks.BlockJson.Of(slack.Far.Messages[0].Drawn.Blocks).ToString(), Does.Contain("declare --alert"));
    }

    [Test]
    public async Task Subscribers_are_told_by_direct_message_with_a_way_out()
    {
        var incident = await slack.OpenAsync();
        await slack.House.Hear(Cast.Ana, "severity sev1", 1);
        var now = await slack.NowAsync(incident.Id);
        var entry = (await slack.House.EntriesAsync(1))[^1];
        await slack.Chat.TellAsync(Cast.Ben, new Telling(now, entry, slack.Try("deed:1:9:1")), default);
        slack.Strangers.Add(Cast.Cleo.Id);
        await slack.Chat.TellAsync(Cast.Cleo, new Telling(now, entry, slack.Try("deed:1:9:2")), default);

        Assert.That(slack.Far.Messages.Single().Place.Channel, Is.EqualTo("UBEN"));
        Assert.That(slack.Far.Messages.Single().Drawn.Text, Is.EqualTo("INC-1 Checkout is down: Ana raised the severity from SEV3 to SEV1"));
        Assert.That(IncidentBot.Chat.Slack.Blocks.BlockJson.Of(slack.Far.Messages[0].Drawn.Blocks).ToString(), Does.Contain("INC-1 unsubscribe"));
    }

    private ValueTask<Reply> SayAsync(string text, int answers) => slack.House.Desk.SayAsync(new Said(text, Cast.Cleo, "test", new IncidentId(1), ReplyTo: answers));

    public void Dispose() => slack.Dispose();
}
