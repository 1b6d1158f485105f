using Refit;

namespace IncidentBot.Chat.Slack.Api.Web;

/// <summary>The methods of Slack's Web API that the bot calls, as they go over the wire: JSON where Slack reads it, forms where it reads nothing else.</summary>
internal interface ISlackWeb
{
    [Post("/api/auth.test")]
    Task<IApiResponse<SelfResult>> TestAsync([Authorize("Bearer")] string token, CancellationToken cancellation);

    [Post("/api/bots.info")]
    Task<IApiResponse<BotResult>> BotAsync([Authorize("Bearer")] string token, [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellation);

    [Post("/api/apps.connections.open")]
    Task<IApiResponse<SocketResult>> ConnectAsync([Authorize("Bearer")] string token, CancellationToken cancellation);

    [Post("/api/chat.postMessage")]
    Task<IApiResponse<PostedResult>> PostAsync([Authorize("Bearer")] string token, [Body(buffered: true)] ChatMessage message, CancellationToken cancellation);

    [Post("/api/chat.update")]
    Task<IApiResponse<SlackResult>> UpdateAsync([Authorize("Bearer")] string token, [Body(buffered: true)] ChatMessage message, CancellationToken cancellation);

    [Post("/api/chat.delete")]
    Task<IApiResponse<SlackResult>> DeleteAsync([Authorize("Bearer")] string token, [Body(buffered: true)] MessagePlace place, CancellationToken cancellation);

    [Post("/api/chat.postEphemeral")]
    Task<IApiResponse<SlackResult>> WhisperAsync([Authorize("Bearer")] string token, [Body(buffered: true)] ChatMessage message, CancellationToken cancellation);

    [Post("/api/chat.getPermalink")]
    Task<IApiResponse<PermalinkResult>> PermalinkAsync([Authorize("Bearer")] string token, [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellation);

    [Post("/api/views.update")]
    Task<IApiResponse<ViewResult>> UpdateViewAsync([Authorize("Bearer")] string token, [Body(buffered: true)] ViewChange change, CancellationToken cancellation);

    [Post("/api/views.publish")]
    Task<IApiResponse<ViewResult>> PublishAsync([Authorize("Bearer")] string token, [Body(buffered: true)] ViewChange change, CancellationToken cancellation);

    [Post("/api/conversations.create")]
    Task<IApiResponse<ChannelResult>> CreateAsync([Authorize("Bearer")] string token, [Body(buffered: true)] NewChannel channel, CancellationToken cancellation);

    [Post("/api/conversations.info")]
    Task<IApiResponse<ChannelResult>> ChannelAsync([Authorize("Bearer")] string token, [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellation);

    [Post("/api/users.conversations")]
    Task<IApiResponse<ChannelsResult>> OwnChannelsAsync([Authorize("Bearer")] string token, [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellation);

    [Post("/api/conversations.invite")]
    Task<IApiResponse<SlackResult>> InviteAsync([Authorize("Bearer")] string token, [Body(buffered: true)] Invitation invitation, CancellationToken cancellation);

    [Post("/api/conversations.kick")]
    Task<IApiResponse<SlackResult>> KickAsync([Authorize("Bearer")] string token, [Body(buffered: true)] ChannelChange change, CancellationToken cancellation);

    [Post("/api/conversations.join")]
    Task<IApiResponse<SlackResult>> JoinAsync([Authorize("Bearer")] string token, [Body(buffered: true)] ChannelChange change, CancellationToken cancellation);

    [Post("/api/conversations.setTopic")]
    Task<IApiResponse<SlackResult>> SetTopicAsync([Authorize("Bearer")] string token, [Body(buffered: true)] ChannelChange change, CancellationToken cancellation);

    [Post("/api/conversations.archive")]
    Task<IApiResponse<SlackResult>> ArchiveAsync([Authorize("Bearer")] string token, [Body(buffered: true)] ChannelChange change, CancellationToken cancellation);

    [Post("/api/conversations.unarchive")]
    Task<IApiResponse<SlackResult>> UnarchiveAsync([Authorize("Bearer")] string token, [Body(buffered: true)] ChannelChange change, CancellationToken cancellation);

    [Post("/api/conversations.history")]
    Task<IApiResponse<MessagesResult>> HistoryAsync([Authorize("Bearer")] string token, [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellation);

    [Post("/api/conversations.replies")]
    Task<IApiResponse<MessagesResult>> RepliesAsync([Authorize("Bearer")] string token, [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellation);

    [Post("/api/pins.add")]
    Task<IApiResponse<SlackResult>> PinAsync([Authorize("Bearer")] string token, [Body(buffered: true)] PinnedMessage pinned, CancellationToken cancellation);

    [Post("/api/bookmarks.add")]
    Task<IApiResponse<SlackResult>> BookmarkAsync([Authorize("Bearer")] string token, [Body(buffered: true)] Bookmark bookmark, CancellationToken cancellation);

    [Post("/api/users.info")]
    Task<IApiResponse<UserResult>> UserAsync([Authorize("Bearer")] string token, [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellation);

    [Post("/api/users.lookupByEmail")]
    Task<IApiResponse<UserResult>> UserByEmailAsync([Authorize("Bearer")] string token, [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellation);

    [Post("/api/usergroups.list")]
    Task<IApiResponse<GroupsResult>> GroupsAsync([Authorize("Bearer")] string token, [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellation);

    [Post("/api/files.info")]
    Task<IApiResponse<FileResult>> FileAsync([Authorize("Bearer")] string token, [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellation);
}

/// <summary>The one method that must not wait for anything: a trigger lives 3 seconds.</summary>
internal interface ISlackTriggers
{
    [Post("/api/views.open")]
    Task<IApiResponse<ViewResult>> OpenAsync([Authorize("Bearer")] string token, [Body(buffered: true)] ViewChange change, CancellationToken cancellation);
}
