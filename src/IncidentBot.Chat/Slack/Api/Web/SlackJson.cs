using System.Text.Json.Serialization;

namespace IncidentBot.Chat.Slack.Api.Web;

/// <summary>How requests and answers are written and read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ChatMessage))]
[JsonSerializable(typeof(MessagePlace))]
[JsonSerializable(typeof(PinnedMessage))]
[JsonSerializable(typeof(Bookmark))]
[JsonSerializable(typeof(NewChannel))]
[JsonSerializable(typeof(Invitation))]
[JsonSerializable(typeof(ChannelChange))]
[JsonSerializable(typeof(ViewChange))]
[JsonSerializable(typeof(ResponseMessage))]
[JsonSerializable(typeof(SlackResult))]
[JsonSerializable(typeof(SelfResult))]
[JsonSerializable(typeof(BotResult))]
[JsonSerializable(typeof(SocketResult))]
[JsonSerializable(typeof(PostedResult))]
[JsonSerializable(typeof(PermalinkResult))]
[JsonSerializable(typeof(ViewResult))]
[JsonSerializable(typeof(ChannelResult))]
[JsonSerializable(typeof(ChannelsResult))]
[JsonSerializable(typeof(MessagesResult))]
[JsonSerializable(typeof(UserResult))]
[JsonSerializable(typeof(GroupsResult))]
[JsonSerializable(typeof(FileResult))]
internal sealed partial class SlackJson : JsonSerializerContext;
