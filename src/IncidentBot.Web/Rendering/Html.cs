using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Rendering;

/// <summary>Answers of HTML. They are never kept: what may be seen changes.</summary>
internal static class Html
{
    public static IResult Page(string html, int status = StatusCodes.Status200OK) => new HtmlResult("<!DOCTYPE html>\n" + html, status);

    public static IResult Pieces(params IEnumerable<string> partials) => new HtmlResult(string.Concat(partials), StatusCodes.Status200OK);

    private sealed class HtmlResult(string html, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "no-store";
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            return httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
