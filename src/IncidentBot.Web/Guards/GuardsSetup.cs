using IncidentBot.Web.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Web.Guards;

/// <summary>Puts the guards before everything that answers.</summary>
public static class GuardsSetup
{
    /// <summary>The most bytes of a request, where an endpoint does not allow more (<c>RequestSizeLimit</c>): the longest line, every character escaped, fits several times.</summary>
    public const long LargestRequest = 256 * 1024;

    /// <summary>Registers what the guards need.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="keys">The directory of the keys that forms and sessions are signed with, so that they outlive a restart.</param>
    /// <param name="doorway">How the server is reached.</param>
    public static IServiceCollection AddGuards(this IServiceCollection services, string keys, Doorway doorway)
    {
        services.AddSingleton(doorway);
        services.Configure<ForwardedHeadersOptions>(forwarded => Believe(forwarded, doorway));
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        services.AddDataProtection().SetApplicationName("IncidentBot").PersistKeysToFileSystem(new DirectoryInfo(keys));
        services.AddAntiforgery();
        services.Configure<ExceptionHandlerOptions>(errors => errors.SuppressDiagnosticsCallback = error => ErrorAnswers.IsForeseen(error.HttpContext, error.Exception));
        return services.AddProblemDetails().AddExceptionHandler<ErrorAnswers>();
    }

    /// <summary>Every request passes here first.</summary>
    public static WebApplication UseGuards(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(ErrorAnswers.BareStatusAsync);
        if (app.Services.GetRequiredService<Doorway>().AsksWhoIsThere)
        {
            app.UseMiddleware<ForgeryGuard>();
            app.UseForwardedHeaders();
            app.UseMiddleware<NetworkGuard>();
        }
        else app.UseMiddleware<LoopbackGuard>();
        app.UseMiddleware<SameOriginGuard>();
        app.UseAuthentication();
        app.UseMiddleware<TokenGuard>();
        app.UseAuthorization();
        app.UseAntiforgery();
        return app;
    }

    private static void Believe(ForwardedHeadersOptions forwarded, Doorway doorway)
    {
        forwarded.ForwardedHeaders = doorway.Proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        // As many of them as stand behind each other: the first that is not named is the one who asks.
        forwarded.ForwardLimit = null;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in doorway.Proxies) forwarded.KnownIPNetworks.Add(network);
    }
}
