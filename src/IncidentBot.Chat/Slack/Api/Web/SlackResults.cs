using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Chat.Slack.Api.Web;

/// <summary>What every answer of Slack's holds. What may have any shape is left as it came.</summary>
internal record SlackResult
{
    public bool Ok { get; init; }

    public string? Error { get; init; }

    public string? Needed { get; init; }

    public JsonElement? Errors { get; init; }

    public JsonElement? ResponseMetadata { get; init; }

    /// <summary>What was granted to the token, from the answer's headers.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>What Slack adds to an error, for developers.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Details =>
        Find(ResponseMetadata, "messages") is { ValueKind: JsonValueKind.Array } messages ? [.. messages.EnumerateArray().Select(message => message.ToString())] : [];

    /// <summary>Where the next page begins; null when this is the last.</summary>
    [JsonIgnore]
    public string? NextCursor => Find(ResponseMetadata, "next_cursor") is { ValueKind: JsonValueKind.String } cursor && cursor.GetString() is { Length: > 0 } next ? next : null;

    /// <summary>A field of an object; null when it is no object or has no such field.</summary>
    public static JsonElement? Find(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } there && there.TryGetProperty(name, out var found) ? found : null;
}

/// <summary>Who the bot is.</summary>
internal sealed record SelfResult : SlackResult
{
    public string? TeamId { get; init; }

    public string? Team { get; init; }

    public string? UserId { get; init; }

    public string? BotId { get; init; }

    public string? AppId { get; init; }
}

/// <summary>A bot.</summary>
internal sealed record BotResult : SlackResult
{
    public BotBody? Bot { get; init; }
}

/// <summary>A bot, as far as it matters.</summary>
internal sealed record BotBody(string? Id, string? AppId);

/// <summary>An address to connect to.</summary>
internal sealed record SocketResult : SlackResult
{
    public Uri? Url { get; init; }
}

/// <summary>Where a message was posted.</summary>
internal sealed record PostedResult : SlackResult
{
    public string? Channel { get; init; }

    public string? Ts { get; init; }
}

/// <summary>A message's link.</summary>
internal sealed record PermalinkResult : SlackResult
{
    public Uri? Permalink { get; init; }
}

/// <summary>A view.</summary>
internal sealed record ViewResult : SlackResult
{
    public ViewBody? View { get; init; }
}

/// <summary>A view's id.</summary>
internal sealed record ViewBody(string? Id);

/// <summary>A channel.</summary>
internal sealed record ChannelResult : SlackResult
{
    public ChannelBody? Channel { get; init; }
}

/// <summary>A channel, as far as it matters.</summary>
internal sealed record ChannelBody(string Id, string? Name, bool IsPrivate, bool IsArchived, bool IsMember, bool IsExtShared)
{
    public string? Creator { get; init; }

    public long? Created { get; init; }

    public TopicBody? Topic { get; init; }

    /// <summary>The same in the product's words.</summary>
    public SlackChannel Channel => new(Id, Name ?? Id, IsPrivate, IsArchived, IsMember, IsExtShared)
    {
        Creator = Creator,
        Created = Created is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
        Topic = (Topic?.Value ?? "").Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&"),
    };
}

/// <summary>A channel's topic, with the escapes of Slack's.</summary>
internal sealed record TopicBody(string? Value);

/// <summary>Channels.</summary>
internal sealed record ChannelsResult : SlackResult
{
    public IReadOnlyList<ChannelBody> Channels { get; init; } = [];
}

/// <summary>Messages as Slack has them.</summary>
internal sealed record MessagesResult : SlackResult
{
    public IReadOnlyList<JsonElement> Messages { get; init; } = [];
}

/// <summary>A person.</summary>
internal sealed record UserResult : SlackResult
{
    public UserBody? User { get; init; }
}

/// <summary>A person, as far as it matters.</summary>
internal sealed record UserBody(string Id, string? TeamId, string? Name, string? RealName, bool Deleted, bool IsBot, bool? IsEmailConfirmed, ProfileBody? Profile)
{
    private string? Shown => new[] { Profile?.DisplayName, Profile?.RealName, RealName, Name }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));

    /// <summary>The same in the product's words.</summary>
    public SlackUser User => new(Id, TeamId ?? "", Words.Brief(Shown ?? Id, Limits.Name), Profile?.Email, IsEmailConfirmed == true, IsBot, Deleted);
}

/// <summary>What a person says of themselves.</summary>
internal sealed record ProfileBody(string? DisplayName, string? RealName, string? Email);

/// <summary>User groups.</summary>
internal sealed record GroupsResult : SlackResult
{
    public IReadOnlyList<GroupBody> Usergroups { get; init; } = [];
}

/// <summary>A user group, as far as it matters.</summary>
internal sealed record GroupBody(string Id, string? Handle, string? Name, IReadOnlyList<string>? Users)
{
    /// <summary>The same in the product's words.</summary>
    public SlackGroup Group => new(Id, Handle ?? Id, Name ?? Handle ?? Id, Users ?? []);
}

/// <summary>A file.</summary>
internal sealed record FileResult : SlackResult
{
    public JsonElement? File { get; init; }
}
