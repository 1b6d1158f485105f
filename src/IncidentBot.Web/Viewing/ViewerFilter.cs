using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Viewing;

/// <summary>Asks for a name before anything else: pages lead to the question, everything else is refused in words.</summary>
internal sealed class ViewerFilter(IncidentDesk desk) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await Viewer.RecogniseAsync(http, desk) is not null) return await next(context);
        var wantsPage = HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            && !http.Request.Headers.ContainsKey("HX-Request");
        return wantsPage
            ? Results.Redirect($"/who?back={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}")
            : Results.Problem("Say who you are first: open /who in this browser.", statusCode: StatusCodes.Status401Unauthorized);
    }
}
