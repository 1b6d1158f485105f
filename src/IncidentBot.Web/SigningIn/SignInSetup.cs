using IncidentBot.Web.Guards;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace IncidentBot.Web.SigningIn;

/// <summary>Puts the doors in: who may ask for what, and how they prove who they are.</summary>
public static class SignInSetup
{
    /// <summary>Where the provider sends people back to; it is registered there.</summary>
    public const string CallbackPath = "/signin-oidc";

    /// <summary>Registers the doors. Without a provider all are open, to this machine alone (<see cref="LoopbackGuard"/>).</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">Who vouches for people.</param>
    /// <param name="doorway">How the server is reached.</param>
    public static IServiceCollection AddSignIn(this IServiceCollection services, SignInOptions options, Doorway doorway)
    {
        services.AddSingleton(options).AddSingleton<Viewing.Entrance>();
        var doors = services.AddAuthentication();
        services.AddAuthorization(policies => Decide(policies, doorway));
        if (!doorway.AsksWhoIsThere) return services;
        services.AddSingleton<DoorKeeper>().AddSingleton<SessionEvents>().AddSingleton<ProviderEvents>();
        services.Configure<AuthenticationOptions>(authentication => authentication.DefaultScheme = Doors.Session);
        doors.AddCookie(Doors.Session, cookie => Set(cookie, doorway))
            .AddOpenIdConnect(Doors.Provider, provider => Set(provider, options, doorway));
        return services;
    }

    private static void Decide(AuthorizationOptions policies, Doorway doorway)
    {
        if (!doorway.AsksWhoIsThere)
        {
            policies.AddPolicy(Doors.Api, policy => policy.RequireAssertion(_ => true));
            return;
        }
        policies.DefaultPolicy = new AuthorizationPolicyBuilder(Doors.Session).RequireAuthenticatedUser().Build();
        policies.FallbackPolicy = policies.DefaultPolicy;
        policies.AddPolicy(Doors.Api, policy => policy.AddAuthenticationSchemes(Doors.Token).RequireAuthenticatedUser());
    }

    private static void Set(CookieAuthenticationOptions cookie, Doorway doorway)
    {
        cookie.EventsType = typeof(SessionEvents);
        cookie.SlidingExpiration = false;
        cookie.Cookie.Name = doorway.CookieName("incidentbot");
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = Secure(doorway);
    }

    private static void Set(OpenIdConnectOptions provider, SignInOptions options, Doorway doorway)
    {
        (provider.Authority, provider.ClientId, provider.ClientSecret) = (options.Authority, options.ClientId, options.ClientSecret);
        provider.RequireHttpsMetadata = !Loopback.Is(new Uri(options.Authority!).Host);
        provider.SignInScheme = Doors.Session;
        provider.EventsType = typeof(ProviderEvents);
        provider.CallbackPath = CallbackPath;
        provider.RemoteSignOutPath = PathString.Empty;
        provider.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes with a redirect, so that Lax cookies go along and no other site posts to us.
        provider.ResponseMode = OpenIdConnectResponseMode.Query;
        provider.UsePkce = true;
        provider.MapInboundClaims = false;
        provider.SaveTokens = false;
        provider.DisableTelemetry = true;
        provider.GetClaimsFromUserInfoEndpoint = true;
        provider.ClaimActions.Clear();
        provider.Scope.Clear();
        foreach (var scope in options.Scopes) provider.Scope.Add(scope);
        foreach (var cookie in new[] { provider.CorrelationCookie, provider.NonceCookie })
        {
            cookie.Name = (doorway.IsSecure ? "__Secure-" : "") + (cookie == provider.NonceCookie ? "incidentbot-nonce." : "incidentbot-asked.");
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = Secure(doorway);
        }
    }

    private static CookieSecurePolicy Secure(Doorway doorway) => doorway.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
