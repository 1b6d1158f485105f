using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Viewing;

/// <summary>Lets a post in only with the token that our own page carries.</summary>
internal sealed class TokenFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public const string Header = "X-Form-Token";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // An upload is read as a stream later, so its token must be in the header.
        var streamed = http.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true && !http.Request.Headers.ContainsKey(Header);
        if (streamed || !await IsOursAsync(http)) return Results.Problem(
            "This page was drawn by an earlier run of the server, or by another site. It gets a new token as soon as it is connected again; reload it if that does not help.",
            statusCode: StatusCodes.Status400BadRequest, title: "The request carries no valid token");
        return await next(context);
    }

    private async Task<bool> IsOursAsync(HttpContext http)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(http);
        }
        catch (BadHttpRequestException)
        {
            return false;
        }
    }
}
