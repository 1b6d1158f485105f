using System.Security.Claims;
using System.Text.Encodings.Web;
using IncidentBot.Web.Guards;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentBot.Web.Tokens;

/// <summary>Knows programs by the token that they carry: <c>Authorization: Bearer ib_…</c>.</summary>
public sealed class ApiTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, TokenDoor door, IEnumerable<IOtherTokens> others)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string ApiToken = "ApiToken";

    // One sentence for a token that is missing, wrong, revoked or over: nothing is learnt from it.
    private const string Sentence = "This needs a token of IncidentBot: send one that is valid as Authorization: Bearer ib_…. Admins make them on the page /tokens.";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0) return AuthenticateResult.NoResult();
        if (TokenDoor.Presented(header) is not { } presented || await BearerAsync(presented) is not { } bearer) return AuthenticateResult.Fail("No valid token.");
        Context.Features.Set(bearer);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, bearer.Person.Id.Value), new Claim(ClaimTypes.Name, bearer.Person.Name)], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(StatusCodes.Status401Unauthorized, "Not let in", Sentence).ExecuteAsync(Context);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scope = Context.GetEndpoint()?.Metadata.GetMetadata<NeedsScopeAttribute>()?.Scope ?? TokenScope.Admin;
        return Problems.Of(
            StatusCodes.Status403Forbidden, "The token does not open this",
            $"This needs a token with the scope {scope.Word()}, which “{Context.Features.Get<TokenBearer>()?.Person.Name}” does not have. Ask an admin of IncidentBot for one that has it.").ExecuteAsync(Context);
    }

    private async ValueTask<TokenBearer?> BearerAsync(string presented) =>
        await door.FindAsync(presented, Context.RequestAborted) is { } token ? TokenBearer.Of(token)
        : others.Select(other => other.Find(presented)).FirstOrDefault(bearer => bearer is not null);
}
