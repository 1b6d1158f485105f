using System.Text.Json;
using IncidentBot.Chat.Slack.Api.Web;

namespace IncidentBot.Chat.Slack.Api.Posting;

/// <summary>The keys that messages of ours carry unseen, by which one is known again.</summary>
internal static class SlackKeys
{
    /// <summary>What metadata of ours is called.</summary>
    public const string EventType = "incidentbot";

    /// <summary>The metadata that carries a key.</summary>
    public static MessageMetadata Carrying(string key) => new(EventType, new KeyPayload(key));

    /// <summary>The key that a message carries; null when it carries none.</summary>
    public static string? KeyOf(JsonElement message)
    {
        var metadata = SlackResult.Find(message, "metadata");
        if (SlackResult.Find(metadata, "event_type") is not { ValueKind: JsonValueKind.String } type || type.GetString() != EventType) return null;
        return SlackResult.Find(SlackResult.Find(metadata, "event_payload"), "key") is { ValueKind: JsonValueKind.String } key ? key.GetString() : null;
    }
}
