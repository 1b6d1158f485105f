using System.Net;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Guards;

/// <summary>
/// Lets nobody in who is not on this machine, until sign-in exists: the peer is on loopback, the request names a loopback host
/// (a page elsewhere cannot rebind its name to us), and no proxy stands between.
/// </summary>
internal sealed class LoopbackGuard(RequestDelegate next)
{
    private const string Until = "Until sign-in exists, IncidentBot answers only on its own machine";

    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ProvesItsCallerAttribute>() is null && Refusal(context) is { } sentence
            ? Problems.Of(StatusCodes.Status403Forbidden, "Closed", sentence).ExecuteAsync(context)
            : next(context);

    private static string? Refusal(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } peer || !IsLoopback(peer))
            return $"{Until}. Open it there, or through an SSH tunnel: ssh -L 5080:127.0.0.1:5080 <machine>.";
        if (!IsLoopback(context.Request.Host.Host))
            return $"{Until}, under 127.0.0.1 or localhost; this request names “{Words.Brief(context.Request.Host.Host, 60)}”. Open it by one of those names.";
        if (context.Request.Headers.Keys.FirstOrDefault(IsForwarded) is { } header)
            return $"{Until}, and not through a proxy; this request carries {header}. Open it directly, or through an SSH tunnel.";
        return null;
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IsLoopback(address));

    private static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsForwarded(string header) =>
        header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase);
}
