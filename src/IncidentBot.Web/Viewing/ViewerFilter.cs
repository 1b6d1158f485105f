using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Viewing;

/// <summary>Asks who somebody is before anything else. Without sign-in, pages lead to the question for a name; everything else is refused in words.</summary>
internal sealed class ViewerFilter(Entrance entrance) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await entrance.WhoAsync(http, http.RequestAborted) is { } viewer)
        {
            Viewer.Keep(http, viewer);
            return await next(context);
        }
        return WayBack.IsPage(http.Request)
            ? Results.Redirect($"/who?back={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}")
            : Results.Problem("Say who you are first: open /who in this browser.", statusCode: StatusCodes.Status401Unauthorized);
    }
}
