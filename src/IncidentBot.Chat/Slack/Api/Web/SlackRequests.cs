using System.Text.Json;

namespace IncidentBot.Chat.Slack.Api.Web;

/// <summary>A message to post, to draw anew (<see cref="Ts"/>) or to show to one person (<see cref="User"/>).</summary>
internal sealed record ChatMessage(string Channel, string Text)
{
    public JsonElement? Blocks { get; init; }

    public string? Ts { get; init; }

    public string? ThreadTs { get; init; }

    public string? User { get; init; }

    public MessageMetadata? Metadata { get; init; }

    public bool? UnfurlLinks { get; init; }

    public bool? UnfurlMedia { get; init; }
}

/// <summary>What a message carries unseen: any app of the workspace may read it, so there is nothing secret in it.</summary>
internal sealed record MessageMetadata(string EventType, KeyPayload EventPayload);

/// <summary>The key under which a message was posted.</summary>
internal sealed record KeyPayload(string Key);

/// <summary>Where a message stands.</summary>
internal sealed record MessagePlace(string Channel, string Ts);

/// <summary>A message to pin.</summary>
internal sealed record PinnedMessage(string Channel, string Timestamp);

/// <summary>A link for a channel's bar.</summary>
internal sealed record Bookmark(string ChannelId, string Title, string Type, string Link, string? Emoji);

/// <summary>A channel to create.</summary>
internal sealed record NewChannel(string Name, bool IsPrivate);

/// <summary>People to invite, parted by commas; <see cref="Force"/> lets in whom it can.</summary>
internal sealed record Invitation(string Channel, string Users, bool Force);

/// <summary>A channel, and what is to become of it.</summary>
internal sealed record ChannelChange(string Channel)
{
    public string? User { get; init; }

    public string? Topic { get; init; }
}

/// <summary>A view to open, draw anew or show on somebody's App Home.</summary>
internal sealed record ViewChange(JsonElement View)
{
    public string? TriggerId { get; init; }

    public string? ViewId { get; init; }

    public string? UserId { get; init; }
}

/// <summary>An answer through a <c>response_url</c>.</summary>
internal sealed record ResponseMessage(string Text, string ResponseType, bool ReplaceOriginal)
{
    public JsonElement? Blocks { get; init; }
}
