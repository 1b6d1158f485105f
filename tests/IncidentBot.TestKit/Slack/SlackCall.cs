using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace IncidentBot.TestKit;

/// <summary>A call that the bot made to Slack, whatever became of it.</summary>
/// <param name="Method">Which (<c>chat.postMessage</c>).</param>
/// <param name="Token">With which token.</param>
/// <param name="Raw">Its body, word for word.</param>
/// <param name="Arguments">What it asked; what a form carries as text is read as the JSON that it is.</param>
public sealed record SlackCall(string Method, string Token, string Raw, JsonObject Arguments)
{
    /// <summary>When it came.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>An argument's text; null when it was not given.</summary>
    public string? Text(string name) => Arguments[name] is { } value ? value.GetValueKind() == JsonValueKind.String ? (string?)value : value.ToJsonString() : null;

    /// <summary>Reads one.</summary>
    internal static SlackCall Read(string method, string token, string raw, string? contentType, DateTimeOffset at) =>
        new(method, token, raw, Parse(raw, contentType)) { At = at };

    private static JsonObject Parse(string raw, string? contentType)
    {
        if (raw.Length == 0) return [];
        if (contentType?.StartsWith("application/json", StringComparison.Ordinal) == true) return (JsonObject)JsonNode.Parse(raw)!;
        var read = new JsonObject();
        foreach (var (name, value) in QueryHelpers.ParseQuery(raw)) read[name] = Value(value.ToString());
        return read;
    }

    private static JsonNode? Value(string text) => text is ['{' or '[', ..] ? JsonNode.Parse(text) : JsonValue.Create(text);
}
