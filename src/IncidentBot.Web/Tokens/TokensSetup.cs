using IncidentBot.Web.SigningIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Web.Tokens;

/// <summary>Puts the tokens of programs into the host.</summary>
public static class TokensSetup
{
    /// <summary>Registers how tokens are known, and their page.</summary>
    public static IServiceCollection AddApiTokens(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(ApiTokenHandler.ApiToken, null);
        return services.AddSingleton<TokenDoor>().AddSingleton<TokenPages>();
    }

    /// <summary>Says which scope a token needs here.</summary>
    public static TBuilder NeedsScope<TBuilder>(this TBuilder endpoints, TokenScope scope) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new NeedsScopeAttribute(scope)).RequireAuthorization(Doors.Api);
}
