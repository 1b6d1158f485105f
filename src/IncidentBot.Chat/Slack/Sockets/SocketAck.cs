using System.Buffers;
using System.Text.Json;
using IncidentBot.Chat.Slack.Hearing;

namespace IncidentBot.Chat.Slack.Sockets;

/// <summary>Deliveries in their envelopes: what is in them, and what Slack gets for them.</summary>
internal static class SocketAck
{
    /// <summary>What an envelope holds; null when it is of a kind that nobody here knows.</summary>
    public static SlackDelivery? Opened(SocketFrame.Envelope envelope) => envelope switch
    {
        { Payload.ValueKind: not JsonValueKind.Object } => null,
        { Kind: "events_api" } => new SlackDelivery.Event(envelope.Payload),
        { Kind: "slash_commands" } => new SlackDelivery.Command(Fields(envelope.Payload)),
        { Kind: "interactive" } => new SlackDelivery.Interaction(envelope.Payload),
        _ => null,
    };

    /// <summary>The acknowledgement, with the answer where there is one that Slack takes.</summary>
    public static ReadOnlyMemory<byte> Of(SocketFrame.Envelope envelope, SlackAnswer answer)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartObject();
            json.WriteString("envelope_id", envelope.Id);
            if (envelope.TakesPayload && answer.Body is { } body)
            {
                json.WritePropertyName("payload");
                body.WriteTo(json);
            }
            json.WriteEndObject();
        }
        return written.WrittenMemory;
    }

    // As the fields of a form, which is how they come over HTTP.
    private static Dictionary<string, string> Fields(JsonElement payload)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in payload.EnumerateObject().Where(field => field.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)))
            fields[field.Name] = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
        return fields;
    }
}
