using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace IncidentBot.Web.Reviews;

/// <summary>A review as JSON: the same fields as the API gives, in one file.</summary>
public static class ReviewJson
{
    private static readonly ReviewJsonContext Context = new(new JsonSerializerOptions(ReviewJsonContext.Default.Options)
    {
        // Sentences stay readable; what HTML knows is still escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        NewLine = "\n",
    });

    /// <summary>Writes it; the same review gives the same bytes.</summary>
    public static byte[] Write(ReviewDocument document, ReviewLinks links) => JsonSerializer.SerializeToUtf8Bytes(ReviewDocumentView.Of(document, links), Context.ReviewDocumentView);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReviewDocumentView))]
internal sealed partial class ReviewJsonContext : JsonSerializerContext;
