using System.Text.Json;

namespace IncidentBot.Chat.Slack.Sockets;

/// <summary>Something that Slack says over a connection.</summary>
internal abstract record SocketFrame
{
    /// <summary>The connection is open, and counts.</summary>
    public sealed record Hello : SocketFrame;

    /// <summary>The connection will end.</summary>
    /// <param name="Reason">Slack's word for why.</param>
    public sealed record Goodbye(string Reason) : SocketFrame;

    /// <summary>A delivery, to be acknowledged on this very connection.</summary>
    /// <param name="Id">Its name in the acknowledgement.</param>
    /// <param name="Kind">Slack's word for what it is.</param>
    /// <param name="TakesPayload">True when the acknowledgement may hold an answer.</param>
    /// <param name="Payload">What would be the body over HTTP.</param>
    public sealed record Envelope(string Id, string Kind, bool TakesPayload, JsonElement Payload) : SocketFrame;

    /// <summary>Something that means nothing here.</summary>
    public sealed record Unknown : SocketFrame;

    /// <summary>Reads a frame; throws <see cref="JsonException"/> when it is not JSON.</summary>
    public static SocketFrame Read(ReadOnlySpan<byte> frame)
    {
        var read = JsonElement.Parse(frame);
        if (read.ValueKind != JsonValueKind.Object) return new Unknown();
        if (Text(read, "envelope_id") is { Length: > 0 } id && read.TryGetProperty("payload", out var payload))
            return new Envelope(id, Text(read, "type") ?? "", read.TryGetProperty("accepts_response_payload", out var takes) && takes.ValueKind == JsonValueKind.True, payload);
        return Text(read, "type") switch
        {
            "hello" => new Hello(),
            "disconnect" => new Goodbye(Text(read, "reason") ?? ""),
            _ => new Unknown(),
        };
    }

    private static string? Text(JsonElement frame, string name) =>
        frame.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
