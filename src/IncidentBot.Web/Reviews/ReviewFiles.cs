using System.Text;
using IncidentBot.Web.Guards;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Web.Reviews;

/// <summary>What a review can be taken away as.</summary>
internal enum ReviewFormat
{
    /// <summary>Markdown.</summary>
    Md,

    /// <summary>One HTML file.</summary>
    Html,

    /// <summary>JSON.</summary>
    Json,
}

/// <summary>Answers with a review as a file.</summary>
internal static class ReviewFiles
{
    /// <summary>The file's name behind the incident's address: <c>review.md</c>.</summary>
    public static string File(this ReviewFormat format) => $"review.{format.ToString().ToLowerInvariant()}";

    public static async Task<IResult> AnswerAsync(ReviewDocument document, ReviewFormat format, HttpContext http)
    {
        var links = new ReviewLinks(http.RequestServices.GetRequiredService<Doorway>().BeginningOfLinks(http.Request));
        http.Response.Headers.CacheControl = "no-store";
        if (format == ReviewFormat.Html) http.Response.Headers.ContentSecurityPolicy = ReviewHtml.Policy + "; frame-ancestors 'none'";
        return Results.File(await BytesAsync(document, format, links), MediaType(format), ReviewTitles.FileName(document.Incident, format.ToString().ToLowerInvariant()));
    }

    private static async ValueTask<byte[]> BytesAsync(ReviewDocument document, ReviewFormat format, ReviewLinks links) => format switch
    {
        ReviewFormat.Md => Encoding.UTF8.GetBytes(ReviewMarkdown.Write(document, links)),
        ReviewFormat.Html => Encoding.UTF8.GetBytes(await ReviewHtml.WriteAsync(document, links)),
        _ => ReviewJson.Write(document, links),
    };

    private static string MediaType(ReviewFormat format) => format switch
    {
        ReviewFormat.Md => "text/markdown; charset=utf-8",
        ReviewFormat.Html => "text/html; charset=utf-8",
        _ => "application/json; charset=utf-8",
    };
}
