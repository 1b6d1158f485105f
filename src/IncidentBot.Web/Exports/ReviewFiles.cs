using System.Text;
using IncidentBot.Web.Reviews;

namespace IncidentBot.Web.Exports;

/// <summary>A review as a file that needs no server: its citations are bare numbers.</summary>
public static class ReviewFiles
{
    /// <summary>The bytes; the same review gives the same.</summary>
    public static byte[] Write(ReviewDocument document, ExportFormat format) => format switch
    {
        ExportFormat.Markdown => Encoding.UTF8.GetBytes(ReviewMarkdown.Write(document, ReviewLinks.None)),
        ExportFormat.Json => ReviewJson.Write(document, ReviewLinks.None),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A review is no such file."),
    };
}
