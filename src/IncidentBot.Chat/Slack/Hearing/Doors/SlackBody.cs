using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace IncidentBot.Chat.Slack.Hearing.Doors;

/// <summary>The body of a request: first as it came, then as what its content type says.</summary>
internal static class SlackBody
{
    /// <summary>The largest body that is taken.</summary>
    public const int Largest = 1024 * 1024;

    /// <summary>The body as it came; null when it is too large.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > Largest) return null;
        var bytes = new byte[(int)(request.ContentLength ?? Largest + 1)];
        var read = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        if (read > Largest) return null;
        return bytes.AsMemory(0, read);
    }

    /// <summary>The JSON object in it; null when it is none.</summary>
    public static JsonElement? Json(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } found ? found.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The fields of a form.</summary>
    public static IReadOnlyDictionary<string, string> Form(ReadOnlySpan<byte> body) =>
        QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)).ToDictionary(field => field.Key, field => field.Value[^1] ?? "", StringComparer.Ordinal);

    /// <summary>True when it only asks whether the certificate is good: Slack does not sign that.</summary>
    public static bool IsCertificateCheck(ReadOnlySpan<byte> body)
    {
        foreach (var field in body.Split((byte)'&'))
            if (body[field].SequenceEqual("ssl_check=1"u8)) return true;
        return false;
    }

    /// <summary>True when the request says that it brings this.</summary>
    public static bool Is(HttpRequest request, string type)
    {
        var said = request.ContentType.AsSpan();
        var end = said.IndexOf(';');
        return (end < 0 ? said : said[..end]).Trim().Equals(type, StringComparison.OrdinalIgnoreCase);
    }
}
