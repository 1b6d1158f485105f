using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Viewing;

/// <summary>Asks for a name before anything else: pages lead to the question, everything else is refused in words.</summary>
internal sealed class ViewerFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Viewer.Of(http) is not null) return next(context);
        var wantsPage = HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            && !http.Request.Headers.ContainsKey("HX-Request");
        return ValueTask.FromResult<object?>(wantsPage
            ? Results.Redirect($"/who?back={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}")
            : Results.Problem("Say who you are first: open /who in this browser.", statusCode: StatusCodes.Status401Unauthorized));
    }
}
