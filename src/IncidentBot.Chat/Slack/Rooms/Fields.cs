using System.Text.Json;
using IncidentBot.Chat.Slack.Hearing;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Reads a message's fields, of which any may be missing or be something else.</summary>
internal static class Fields
{
    /// <summary>A text that is not empty; null for anything else.</summary>
    public static string? Word(this JsonElement json, string name) => json.Text(name) is { Length: > 0 } text ? text : null;

    /// <summary>An object; null for anything else.</summary>
    public static JsonElement? Part(this JsonElement json, string name) => json.At(name) is { ValueKind: JsonValueKind.Object } part ? part : null;

    /// <summary>The objects of a list; none for anything else.</summary>
    public static IEnumerable<JsonElement> Parts(this JsonElement json, string name) => json.Each(name).Where(part => part.ValueKind == JsonValueKind.Object);

    /// <summary>A whole number; 0 for anything else.</summary>
    public static long Count(this JsonElement json, string name) => json.At(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var count) ? count : 0;

    /// <summary>True only where it says so.</summary>
    public static bool Says(this JsonElement json, string name) => json.At(name) is { ValueKind: JsonValueKind.True };
}
