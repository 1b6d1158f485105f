using IncidentBot.Web.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
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
    /// <param name="keys">The directory of the keys that forms are signed with, so that an open form outlives a restart.</param>
    public static IServiceCollection AddGuards(this IServiceCollection services, string keys)
    {
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
        app.UseMiddleware<LoopbackGuard>();
        app.UseMiddleware<SameOriginGuard>();
        app.UseAuthentication();
        app.UseMiddleware<TokenGuard>();
        app.UseAntiforgery();
        return app;
    }
}
