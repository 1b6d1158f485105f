using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Tokens;

/// <summary>
/// Lets programs in where an endpoint needs a scope: with a token that opens it, and never by a browser's cookie.
/// Without sign-in nobody needs one on this machine, but one that is carried must be good.
/// </summary>
internal sealed class TokenGuard(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, IncidentDesk desk, PolicyBook policies)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeedsScopeAttribute>() is { IsCheckedThere: false } needs)
        {
            var known = await http.AuthenticateAsync(ApiTokenHandler.ApiToken);
            if (!known.Succeeded && !(known.None && policies.Current.Access.IsOpen))
            {
                await http.ChallengeAsync(ApiTokenHandler.ApiToken);
                return;
            }
            var bearer = known.Succeeded ? http.Features.Get<TokenBearer>() : null;
            if (bearer?.Opens(needs.Scope) == false)
            {
                await http.ForbidAsync(ApiTokenHandler.ApiToken);
                return;
            }
            if (known.Succeeded) http.User = known.Principal;
            http.Features.Set(new Caller(bearer, await desk.HouseAsync(http.RequestAborted), policies.Current));
        }
        await next(http);
    }
}
