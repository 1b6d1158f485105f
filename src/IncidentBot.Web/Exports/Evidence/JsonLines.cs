using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IncidentBot.Web.Exports.Evidence;

/// <summary>Writes JSON objects, one a line.</summary>
internal sealed class JsonLines : IDisposable
{
    // Nothing here is shown as HTML: names and sentences stay readable.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> line = new(1024);
    private readonly Utf8JsonWriter json;
    private readonly Stream destination;

    public JsonLines(Stream destination) => (this.destination, json) = (destination, new Utf8JsonWriter(line, Plain));

    /// <summary>Writes one object with the fields that are told.</summary>
    public async ValueTask WriteAsync(Action<Utf8JsonWriter> fields, CancellationToken cancellation)
    {
        json.WriteStartObject();
        fields(json);
        json.WriteEndObject();
        json.Flush();
        line.Write("\n"u8);
        await destination.WriteAsync(line.WrittenMemory, cancellation);
        line.ResetWrittenCount();
        json.Reset();
    }

    /// <summary>A moment as lines say it, exact to the microsecond.</summary>
    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();
}
