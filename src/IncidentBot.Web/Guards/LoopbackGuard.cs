using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Guards;

/// <summary>
/// Lets nobody in who is not on this machine, until sign-in is set up: the peer is on loopback, the request names a loopback host
/// (a page elsewhere cannot rebind its name to us), and no proxy stands between.
/// </summary>
internal sealed class LoopbackGuard(RequestDelegate next)
{
    private const string Until = "Until sign-in is set up, IncidentBot answers only on its own machine";

    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ProvesItsCallerAttribute>() is null && Refusal(context) is { } sentence
            ? Problems.Of(StatusCodes.Status403Forbidden, "Closed", sentence).ExecuteAsync(context)
            : next(context);

    private static string? Refusal(HttpContext context)
    {
        if (!Loopback.Is(context.Connection.RemoteIpAddress))
            return $"{Until}. Open it there, or through an SSH tunnel: ssh -L 5080:127.0.0.1:5080 <machine>.";
        if (!Loopback.Is(context.Request.Host.Host))
            return $"{Until}, under 127.0.0.1 or localhost; this request names “{Words.Brief(context.Request.Host.Host, 60)}”. Open it by one of those names.";
        if (Forwarding.HeaderOf(context.Request) is { } header)
            return $"{Until}, and not through a proxy; this request carries {header}. Open it directly, or through an SSH tunnel.";
        return null;
    }
}
