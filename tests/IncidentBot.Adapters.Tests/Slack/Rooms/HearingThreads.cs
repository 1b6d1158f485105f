using System.Text.Json.Nodes;
using IncidentBot.Chat.Slack.Api;
using static IncidentBot.Adapters.Tests.Slack.Rooms.RoomsHouse;

namespace IncidentBot.Adapters.Tests.Slack.Rooms;

/// <summary>Answers stand in the thread that they stand in on Slack, in whatever order they come.</summary>
public sealed class HearingThreads
{
    private RoomsHouse at = null!;

    [SetUp]
    public async Task OpenAsync() => at = await RoomsHouse.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await at.DisposeAsync();

    [Test]
    public async Task An_answer_knows_what_it_answers()
    {
        await at.HearAsync(Said(5, "who looks?"));
        await at.HearAsync(Answer(6, "me", to: 5));
        Assert.That(await AnsweredAsync("me"), Is.EqualTo("who looks?"));
    }

    [Test]
    public async Task Delivered_at_once_with_its_head_it_still_does()
    {
        await Task.WhenAll(at.HearAsync(Said(5, "who looks?")), at.HearAsync(Answer(6, "me", to: 5)));
        Assert.That(await AnsweredAsync("me"), Is.EqualTo("who looks?"));
    }

    [Test]
    public async Task A_head_that_never_came_is_fetched_and_recorded_first()
    {
        at.Slack.Messages.Add(Said(5, "who looks?"));
        await at.HearAsync(Answer(6, "me", to: 5));
        await at.HearAsync(Said(5, "who looks?"));
        Assert.That(await at.TextsAsync(), Is.EqualTo("who looks? | me"));
        Assert.That(await AnsweredAsync("me"), Is.EqualTo("who looks?"));
    }

    [Test]
    public async Task An_old_head_that_never_came_says_that_it_was_read_back()
    {
        at.House.Clock.Now += TimeSpan.FromMinutes(10);
        at.Slack.Messages.Add(Said(5, "who looks?"));
        await at.HearAsync(Answer(599, "me", to: 5));
        Assert.That(((MessagePosted)(await at.EventsAsync())[0]).CaughtUp, Is.True);
    }

    [Test]
    public async Task An_answer_to_the_bots_own_words_stands_in_the_room_and_Slack_is_asked_once()
    {
        at.Slack.Messages.Add(Said(1, "the card", "U0BOT"));
        await at.HearAsync(Answer(6, "thanks", to: 1));
        await at.HearAsync(Answer(7, "indeed", to: 1));
        Assert.That((await at.EventsAsync()).OfType<MessagePosted>().Select(message => message.ReplyTo), Is.EqualTo(new int?[] { null, null }));
        Assert.That(at.Slack.Asked.Count(asked => asked == $"message {Ts(1)}"), Is.EqualTo(1));
    }

    [Test]
    public async Task An_answer_to_the_card_asks_nobody()
    {
        await at.House.Desk.RecordAsync(Id, [new CardPlaced("Slack", "card", Identity(1))], Person.Bot, "worker", key: null);
        await at.HearAsync(Answer(6, "thanks", to: 1));
        Assert.That(at.Slack.Asked, Has.None.StartsWith("message"));
        Assert.That(await at.TextsAsync(), Is.EqualTo("thanks"));
    }

    [Test]
    public async Task When_Slack_does_not_give_the_head_the_answer_is_recorded_without_it()
    {
        at.Slack.Trouble = asked => asked.StartsWith("message", StringComparison.Ordinal) ? new SlackAwayException("Slack does not answer.") : null;
        await at.HearAsync(Answer(6, "me", to: 5));
        Assert.That(await at.EventsAsync(), Is.EqualTo(new[] { new MessagePosted("me", null, Identity(6)) }));
    }

    private static JsonObject Answer(double seconds, string text, double to)
    {
        var answer = Said(seconds, text);
        answer["thread_ts"] = Ts(to);
        return answer;
    }

    private async Task<string> AnsweredAsync(string text)
    {
        var entries = await at.EntriesAsync();
        var answer = entries.Select(entry => entry.Event).OfType<MessagePosted>().Single(message => message.Text == text);
        return entries.Single(entry => entry.Number == answer.ReplyTo).Event is MessagePosted head ? head.Text : "";
    }
}
