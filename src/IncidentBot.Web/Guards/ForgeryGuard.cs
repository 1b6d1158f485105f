using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Guards;

/// <summary>Believes nobody who says that they ask for somebody else, but the proxies that the settings name; and those must say it.</summary>
internal sealed class ForgeryGuard(RequestDelegate next, Doorway doorway)
{
    public Task InvokeAsync(HttpContext context)
    {
        var fromProxy = doorway.IsProxy(context.Connection.RemoteIpAddress);
        if (fromProxy) Doorway.NoteProxy(context);
        return Refusal(context, fromProxy) is { } sentence
            ? Problems.Of(StatusCodes.Status403Forbidden, "Closed", sentence).ExecuteAsync(context)
            : next(context);
    }

    private static string? Refusal(HttpContext context, bool fromProxy)
    {
        var (peer, metadata) = (context.Connection.RemoteIpAddress, context.GetEndpoint()?.Metadata);
        if (metadata?.GetMetadata<ProvesItsCallerAttribute>() is not null) return null;
        if (!fromProxy && Forwarding.HeaderOf(context.Request) is { } header)
            return $"This request carries {header}, but it comes from {peer}, which is no proxy that the settings name. Send it without that header, or name the reverse proxy in Proxies.";
        var isSilent = !context.Request.Headers.ContainsKey(Forwarding.For) || !context.Request.Headers.ContainsKey(Forwarding.Proto);
        return fromProxy && isSilent && metadata?.GetMetadata<ForProbesAttribute>() is null
            ? $"The proxy at {peer} does not say for whom it asks. Let it send {Forwarding.For} and {Forwarding.Proto} with every request."
            : null;
    }
}
