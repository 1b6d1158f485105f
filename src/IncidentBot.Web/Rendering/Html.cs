using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Rendering;

/// <summary>Answers of HTML, with the headers that every page carries.</summary>
internal static class Html
{
    /// <summary>What a page may load and do: its own files, its own server, nothing inline.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static IResult Page(string html, int status = StatusCodes.Status200OK) => new HtmlResult("<!DOCTYPE html>\n" + html, status);

    public static IResult Pieces(params IEnumerable<string> partials) => new HtmlResult(string.Concat(partials), StatusCodes.Status200OK);

    public static IResult Pieces(int status, params IEnumerable<string> partials) => new HtmlResult(string.Concat(partials), status);

    public static void Guard(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
    }

    private sealed class HtmlResult(string html, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            Guard(httpContext.Response);
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            return httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
