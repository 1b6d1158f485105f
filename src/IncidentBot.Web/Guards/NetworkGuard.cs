using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Guards;

/// <summary>
/// With sign-in the network may come, over https and under the server's own address alone: a page elsewhere cannot rebind its name to us.
/// On this machine it answers under loopback names too.
/// </summary>
internal sealed class NetworkGuard(RequestDelegate next, Doorway doorway)
{
    public Task InvokeAsync(HttpContext context) => Refusal(context) is { } sentence
        ? Problems.Of(StatusCodes.Status403Forbidden, "Closed", sentence).ExecuteAsync(context)
        : next(context);

    private string? Refusal(HttpContext context)
    {
        var (request, metadata) = (context.Request, context.GetEndpoint()?.Metadata);
        if (metadata?.GetMetadata<ProvesItsCallerAttribute>() is not null || metadata?.GetMetadata<ForProbesAttribute>() is not null) return null;
        if (Doorway.IsLocal(context)) return null;
        if (doorway.PublicUrl is not { } own) return "IncidentBot answers only on its own machine, under 127.0.0.1 or localhost, until PublicUrl names its address.";
        var address = own.GetLeftPart(UriPartial.Authority);
        if (!request.Host.Host.Equals(own.IdnHost, StringComparison.OrdinalIgnoreCase))
            return $"IncidentBot is at {address}; this request names “{Words.Brief(request.Host.Host, 60)}”. Open it there{(Doorway.CameThroughProxy(context) ? ", and let the proxy pass the Host on" : "")}.";
        if (doorway.IsSecure && !request.IsHttps)
            return $"This request came over http. Open {address}{(Doorway.CameThroughProxy(context) ? $"; if you did, let the proxy send {Forwarding.Proto}: https" : "")}.";
        return null;
    }
}
