using System.Text.Json;
using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>
/// What the bot asks of Slack, each call paced and tried again only where that is safe. A call ends in its answer or in one of
/// <see cref="SlackFaultException"/> (Slack said no), <see cref="SlackAwayException"/> (no answer) and <see cref="SlackBusyException"/> (later).
/// What is so already (already archived, already pinned, already in the channel) is no fault.
/// </summary>
public interface ISlack
{
    /// <summary>Who the bot is, and what it was granted; asked once and remembered until a token is refused.</summary>
    ValueTask<SlackSelf> SelfAsync(CancellationToken cancellation = default);

    /// <summary>Posts a message. Under a key it is posted once: when an earlier call with it ended without an answer, the channel's history is searched for the key first.</summary>
    ValueTask<SlackPlace> PostAsync(SlackPost post, CancellationToken cancellation = default);

    /// <summary>Draws a message of ours anew.</summary>
    ValueTask UpdateAsync(SlackPlace place, Drawn drawn, CancellationToken cancellation = default);

    /// <summary>Deletes a message of ours.</summary>
    ValueTask DeleteAsync(SlackPlace place, CancellationToken cancellation = default);

    /// <summary>Shows one person of a channel something that nobody keeps.</summary>
    ValueTask WhisperAsync(string channel, string user, Drawn drawn, string? threadTs = null, CancellationToken cancellation = default);

    /// <summary>Answers a command or a press through its <c>response_url</c>; only Slack's own hosts, and the host of <see cref="SlackOptions.ApiUrl"/>, are ever written to.</summary>
    ValueTask RespondAsync(Uri responseUrl, SlackResponse response, CancellationToken cancellation = default);

    /// <summary>Opens a modal, at once or not at all: a trigger lives 3 seconds. Answers with the view's id.</summary>
    ValueTask<string> OpenViewAsync(string triggerId, View view, CancellationToken cancellation = default);

    /// <summary>Draws an open modal anew.</summary>
    ValueTask UpdateViewAsync(string viewId, View view, CancellationToken cancellation = default);

    /// <summary>Draws somebody's App Home.</summary>
    ValueTask PublishHomeAsync(string user, View view, CancellationToken cancellation = default);

    /// <summary>Creates a channel by exactly this name. A fault <c>name_taken</c> is the caller's to meet.</summary>
    ValueTask<SlackChannel> CreateChannelAsync(string name, bool isPrivate, CancellationToken cancellation = default);

    /// <summary>What Slack knows of a channel.</summary>
    ValueTask<SlackChannel> ChannelAsync(string channel, CancellationToken cancellation = default);

    /// <summary>The channel by exactly this name that the bot itself created and is in; null when there is none.</summary>
    ValueTask<SlackChannel?> OwnChannelAsync(string name, CancellationToken cancellation = default);

    /// <summary>Invites people; answers with who could not be invited, and Slack's word for why. Who is there already is no failure.</summary>
    ValueTask<IReadOnlyList<SlackInviteFailure>> InviteAsync(string channel, IReadOnlyList<string> users, CancellationToken cancellation = default);

    /// <summary>Takes somebody out of a channel.</summary>
    ValueTask RemoveAsync(string channel, string user, CancellationToken cancellation = default);

    /// <summary>Lets the bot itself into a public channel.</summary>
    ValueTask JoinAsync(string channel, CancellationToken cancellation = default);

    /// <summary>Sets a channel's topic, cut to 250 characters.</summary>
    ValueTask SetTopicAsync(string channel, string topic, CancellationToken cancellation = default);

    /// <summary>Archives a channel.</summary>
    ValueTask ArchiveAsync(string channel, CancellationToken cancellation = default);

    /// <summary>Brings a channel back from the archive, with <see cref="SlackOptions.UserToken"/>; a bot cannot.</summary>
    ValueTask UnarchiveAsync(string channel, CancellationToken cancellation = default);

    /// <summary>Pins a message.</summary>
    ValueTask PinAsync(SlackPlace place, CancellationToken cancellation = default);

    /// <summary>Puts a link into a channel's bar.</summary>
    ValueTask BookmarkAsync(string channel, string title, Uri address, string? emoji = null, CancellationToken cancellation = default);

    /// <summary>A page of a channel's messages after <paramref name="oldest"/> (exclusive), as Slack has them: oldest first here, whatever Slack's own order.</summary>
    ValueTask<SlackHistory> HistoryAsync(string channel, string oldest, string? cursor = null, CancellationToken cancellation = default);

    /// <summary>A page of the answers in a thread.</summary>
    ValueTask<SlackHistory> RepliesAsync(string channel, string threadTs, string oldest, string? cursor = null, CancellationToken cancellation = default);

    /// <summary>One message as Slack has it; null when there is none.</summary>
    ValueTask<JsonElement?> MessageAsync(SlackPlace place, string? threadTs = null, CancellationToken cancellation = default);

    /// <summary>A link to a message; null when there is none.</summary>
    ValueTask<Uri?> PermalinkAsync(SlackPlace place, CancellationToken cancellation = default);

    /// <summary>What Slack knows of a person; null when there is none, or none that the bot may see.</summary>
    ValueTask<SlackUser?> UserAsync(string user, CancellationToken cancellation = default);

    /// <summary>The person with this e-mail address; null when there is none.</summary>
    ValueTask<SlackUser?> UserByEmailAsync(string email, CancellationToken cancellation = default);

    /// <summary>The user groups of the workspace, each with its people.</summary>
    ValueTask<IReadOnlyList<SlackGroup>> GroupsAsync(CancellationToken cancellation = default);

    /// <summary>What Slack knows of a file, as it has it.</summary>
    ValueTask<JsonElement?> FileAsync(string file, CancellationToken cancellation = default);

    /// <summary>A file's content, from Slack's own hosts alone; the stream ends with <see cref="SlackAwayException"/> when the connection does.</summary>
    ValueTask<Stream> DownloadAsync(Uri privateAddress, CancellationToken cancellation = default);

    /// <summary>A fresh address to connect to in Socket Mode, with <see cref="SlackOptions.AppToken"/>; good for one connection, soon.</summary>
    ValueTask<Uri> SocketAddressAsync(CancellationToken cancellation = default);
}

/// <summary>Who the bot is in Slack.</summary>
/// <param name="Team">The workspace's id.</param>
/// <param name="TeamName">Its name.</param>
/// <param name="User">The bot user's id.</param>
/// <param name="Bot">The bot's id, as its own messages carry it.</param>
/// <param name="App">The app's id; null when Slack did not say.</param>
/// <param name="Scopes">What it was granted, as Slack's <c>X-OAuth-Scopes</c> says; empty when Slack did not say.</param>
public sealed record SlackSelf(string Team, string TeamName, string User, string Bot, string? App, IReadOnlyList<string> Scopes);

/// <summary>A message to post.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Drawn">What.</param>
/// <param name="Key">What makes it be posted once; null when a repetition does no harm.</param>
/// <param name="ThreadTs">The message under which it is an answer; null outside threads.</param>
public sealed record SlackPost(string Channel, Drawn Drawn, string? Key = null, string? ThreadTs = null)
{
    /// <summary>True when an earlier process may have posted it under this key: the channel is searched for it first.</summary>
    public bool MayBeThere { get; init; }

    /// <summary>When it was promised: no post under this key is older; null when that is not known, and a day is searched then.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>An answer through a <c>response_url</c>.</summary>
/// <param name="Drawn">What.</param>
/// <param name="ToAll">True when the whole channel sees it; false for the asker alone.</param>
/// <param name="ReplaceOriginal">True when it takes the place of the message that was pressed.</param>
public sealed record SlackResponse(Drawn Drawn, bool ToAll = false, bool ReplaceOriginal = false);

/// <summary>A channel as Slack has it.</summary>
public sealed record SlackChannel(string Id, string Name, bool IsPrivate, bool IsArchived, bool IsMember, bool IsShared)
{
    /// <summary>Who created it; null when Slack did not say.</summary>
    public string? Creator { get; init; }

    /// <summary>When, to the second; null when Slack did not say.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Its topic in plain words; empty when it has none.</summary>
    public string Topic { get; init; } = "";
}

/// <summary>Somebody who could not be invited, and Slack's word for why.</summary>
public sealed record SlackInviteFailure(string User, string Error);

/// <summary>Messages of a channel or thread, oldest first, and where the next page begins.</summary>
public sealed record SlackHistory(IReadOnlyList<JsonElement> Messages, string? Cursor);

/// <summary>A person as Slack has them.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Team">Their workspace's id.</param>
/// <param name="Name">The name that people know them by: display name, else real name, else account name.</param>
/// <param name="Email">Their e-mail address, when the bot may see it.</param>
/// <param name="IsEmailConfirmed">True when Slack has verified the address.</param>
/// <param name="IsBot">True for bots and apps.</param>
/// <param name="IsDeactivated">True once the account was shut.</param>
public sealed record SlackUser(string Id, string Team, string Name, string? Email, bool IsEmailConfirmed, bool IsBot, bool IsDeactivated);

/// <summary>A user group.</summary>
public sealed record SlackGroup(string Id, string Handle, string Name, IReadOnlyList<string> Users);
