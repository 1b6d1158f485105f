using System.Text.Json;
using IncidentBot.Ports;

namespace IncidentBot.Web.Exports.Evidence;

/// <summary>Entries and seals with everything that their hashes cover.</summary>
internal static class EvidenceLines
{
    /// <summary>An entry: its fields as they are hashed, and its content once more for readers.</summary>
    public static void Write(Utf8JsonWriter json, TimelineEntry entry)
    {
        json.WriteNumber("stream", entry.Stream);
        json.WriteNumber("number", entry.Number);
        Write(json, "recordedAt", entry.RecordedAt);
        Write(json, "occurredAt", entry.OccurredAt);
        json.WriteStartObject("by");
        json.WriteString("id", entry.By.Id.Value);
        json.WriteString("name", entry.By.Name);
        json.WriteBoolean("claimed", entry.By.Claimed);
        json.WriteEndObject();
        json.WriteString("via", entry.Via);
        json.WriteString("kind", entry.Kind);
        json.WriteString("key", entry.Key);
        WriteBody(json, entry);
        WriteContent(json, entry.Body.Span);
        json.WriteString("previousHash", Convert.ToHexStringLower(entry.PreviousHash.Span));
        json.WriteString("hash", Convert.ToHexStringLower(entry.Hash.Span));
    }

    /// <summary>A seal, with what was doubtful about it when it was read.</summary>
    public static void Write(Utf8JsonWriter json, KeptSeal kept)
    {
        json.WriteNumber("seal", kept.Seal.Index);
        json.WriteNumber("stream", kept.Seal.Stream);
        json.WriteNumber("number", kept.Seal.Number);
        json.WriteString("head", kept.Seal.Head);
        json.WriteString("at", JsonLines.Text(kept.Seal.At));
        json.WriteString("mac", kept.Seal.Mac);
        json.WriteString("doubt", kept.Fault);
    }

    // An erased entry has no salt and no body any more: the digest of both stands for them, and what remains is under its redaction's word.
    private static void WriteBody(Utf8JsonWriter json, TimelineEntry entry)
    {
        if (entry.IsErased)
        {
            json.WriteString("erasedDigest", Convert.ToHexStringLower(entry.ErasedDigest.Span));
            json.WriteBase64String("remains", entry.Body.Span);
            return;
        }
        json.WriteBase64String("salt", entry.Salt.Span);
        json.WriteBase64String("body", entry.Body.Span);
    }

    private static void Write(Utf8JsonWriter json, string name, DateTimeOffset moment)
    {
        json.WriteString(name, JsonLines.Text(moment));
        json.WriteNumber(name + "Microseconds", Microseconds.Of(moment));
    }

    // Byte for byte the body or what remains of it, or nothing where that is no JSON on one line.
    private static void WriteContent(Utf8JsonWriter json, ReadOnlySpan<byte> body)
    {
        json.WritePropertyName("content");
        if (IsOneLine(body)) json.WriteRawValue(body, skipInputValidation: true);
        else json.WriteNullValue();
    }

    private static bool IsOneLine(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty || body.ContainsAny((byte)'\n', (byte)'\r')) return false;
        var reader = new Utf8JsonReader(body);
        try
        {
            return JsonDocument.TryParseValue(ref reader, out var content) && Disposed(content) && reader.BytesConsumed == body.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Disposed(JsonDocument content)
    {
        content.Dispose();
        return true;
    }
}
