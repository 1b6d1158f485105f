using System.Text;
using IncidentBot.Web.Reviews;

namespace IncidentBot.Web.Exports;

/// <summary>A review as a file that goes where no server is: its citations are bare numbers.</summary>
public static class StandaloneReview
{
    /// <summary>The bytes; the same review gives the same.</summary>
    public static async ValueTask<byte[]> WriteAsync(ReviewDocument document, ExportFormat format) => format switch
    {
        ExportFormat.Markdown => Encoding.UTF8.GetBytes(ReviewMarkdown.Write(document, ReviewLinks.None)),
        ExportFormat.Html => Encoding.UTF8.GetBytes(await ReviewHtml.WriteAsync(document, ReviewLinks.None)),
        ExportFormat.Json => ReviewJson.Write(document, ReviewLinks.None),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A review is no such file."),
    };
}
