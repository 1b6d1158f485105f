using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using IncidentBot.Web.Api;

namespace IncidentBot.Web.Reviews;

/// <summary>A review as JSON: the same fields as the API gives, in one file.</summary>
public static class ReviewJson
{
    private static readonly ApiJson Context = new(new JsonSerializerOptions(ApiJson.Default.Options)
    {
        // Sentences stay readable; what HTML knows is still escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        NewLine = "\n",
    });

    /// <summary>Writes it; the same review gives the same bytes.</summary>
    public static byte[] Write(ReviewDocument document, ReviewLinks links) => JsonSerializer.SerializeToUtf8Bytes(ReviewDocumentView.Of(document, links), Context.ReviewDocumentView);
}
