using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Guards;

/// <summary>Refuses what a page of another site makes a browser send: the browser itself tells (Origin, Sec-Fetch-Site). Scripts send neither.</summary>
internal sealed class SameOriginGuard(RequestDelegate next)
{
    private const string Sentence = "This request was sent by a page of another site, so it was not answered. Open IncidentBot itself and try again there.";

    public Task InvokeAsync(HttpContext context) =>
        Changes(context.Request) && context.GetEndpoint()?.Metadata.GetMetadata<ProvesItsCallerAttribute>() is null && ComesFromElsewhere(context.Request)
            ? Problems.Of(StatusCodes.Status403Forbidden, "Another site", Sentence).ExecuteAsync(context)
            : next(context);

    private static bool Changes(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    private static bool ComesFromElsewhere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none")) return true;
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
