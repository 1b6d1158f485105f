using System.Text.Json;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Reads what Slack sends, of which any part may be missing or be something else.</summary>
internal static class Fields
{
    /// <summary>A text that is not empty; null for anything else.</summary>
    public static string? Word(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>An object; null for anything else.</summary>
    public static JsonElement? Part(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>The objects of a list; none for anything else.</summary>
    public static IEnumerable<JsonElement> Parts(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Where(part => part.ValueKind == JsonValueKind.Object)
            : [];

    /// <summary>A whole number; 0 for anything else.</summary>
    public static long Count(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) ? count : 0;

    /// <summary>True only where it says so.</summary>
    public static bool Says(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
