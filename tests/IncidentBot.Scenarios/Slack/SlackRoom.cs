using IncidentBot.Chat.Slack;
using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Slack;

/// <summary>An incident's channel on the stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Incident">The incident.</param>
/// <param name="Channel">The channel's id.</param>
public sealed record SlackRoom(SlackStage Stage, IncidentId Incident, string Channel)
{
    /// <summary>The incident's timeline.</summary>
    public Task<IReadOnlyList<Recorded>> EntriesAsync() => Stage.EntriesAsync(Incident);

    /// <summary>What the timeline tells of one kind.</summary>
    public async Task<IReadOnlyList<T>> EventsAsync<T>() where T : IncidentEvent => [.. (await EntriesAsync()).Select(entry => entry.Event).OfType<T>()];

    /// <summary>The entry of a message.</summary>
    public Task<Recorded> HeardAsync(string ts) => Eventually.FindAsync(
        async () => (await EntriesAsync()).FirstOrDefault(entry => entry.Event is MessagePosted posted && posted.Identity == Identity(ts)), $"the message {ts} is on the timeline");

    /// <summary>The first entry of a kind that fits, when it is there.</summary>
    public Task<Recorded> RecordedAsync<T>(Predicate<T>? fits = null) where T : IncidentEvent => Eventually.FindAsync(
        async () => (await EntriesAsync()).FirstOrDefault(entry => entry.Event is T happened && fits?.Invoke(happened) != false), $"{typeof(T).Name} is on the timeline of {Incident}");

    /// <summary>A message's identity.</summary>
    public string Identity(string ts) => SlackNames.Message(FakeSlack.Team, Channel, ts);

    /// <summary>The messages of the channel.</summary>
    public Task<IReadOnlyList<SlackMessage>> MessagesAsync() => Stage.Slack.MessagesAsync(Channel);

    /// <summary>The bot's messages that say this, but for the card.</summary>
    public async Task<IReadOnlyList<SlackMessage>> ToldAsync(string text)
    {
        var pinned = await Stage.Slack.PinsAsync(Channel);
        return [.. (await MessagesAsync()).Where(message => message.User == FakeSlack.Bot && message.Json["subtype"] is null && !pinned.Contains(message.Ts) && (message.Words.Contains(text, StringComparison.Ordinal) || message.Text.Contains(text, StringComparison.Ordinal)))];
    }

    /// <summary>The bot's message that says this, when it is there.</summary>
    public Task<SlackMessage> ReadAsync(string text) => Eventually.FindAsync(async () => await ToldAsync(text) is [var first, ..] ? first : null, $"the channel of {Incident} reads “{text}”");

    /// <summary>The card: what the bot pinned.</summary>
    public Task<SlackMessage> CardAsync() => CardAsync(_ => true, "there");

    /// <summary>The card, once it says this.</summary>
    public Task<SlackMessage> CardAsync(string text) => CardAsync(card => card.Words.Contains(text, StringComparison.Ordinal), $"saying “{text}”");

    /// <summary>The card, once it fits.</summary>
    public Task<SlackMessage> CardAsync(Predicate<SlackMessage> fits, string how) => Eventually.FindAsync(async () =>
    {
        var pinned = await Stage.Slack.PinsAsync(Channel);
        return (await MessagesAsync()).FirstOrDefault(message => message.User == FakeSlack.Bot && pinned.Contains(message.Ts) && fits(message));
    }, $"the card of {Incident} is {how}");

    /// <summary>The announcement, once it says this.</summary>
    public Task<SlackMessage> AnnouncementAsync(string text) => Eventually.FindAsync(
        async () => (await Stage.Slack.MessagesAsync(FakeSlack.Announcements)).FirstOrDefault(message => message.User == FakeSlack.Bot && message.Words.Contains($"{Incident}", StringComparison.Ordinal) && message.Words.Contains(text, StringComparison.Ordinal)),
        $"{Incident} is announced with “{text}”");

    /// <summary>Waits until somebody is in the channel.</summary>
    public Task JoinedAsync(SlackPerson person) => Eventually.IsSoAsync(async () => (await Stage.Slack.MembersAsync(Channel)).Contains(person.User), $"{person.User} is in the channel of {Incident}");
}
