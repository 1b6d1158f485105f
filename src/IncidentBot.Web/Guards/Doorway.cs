using System.Net;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Guards;

/// <summary>How the server is reached: by whom it may be, under which address, and through which proxies.</summary>
public sealed record Doorway
{
    private static readonly object Through = new();

    /// <summary>From this machine alone, where everybody says who they are.</summary>
    public static readonly Doorway ThisMachine = new();

    /// <summary>True with sign-in: whoever comes is asked to prove who they are.</summary>
    public bool AsksWhoIsThere { get; init; }

    /// <summary>What links begin with, and the only host that is answered; null when it is reached from this machine alone.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Reverse proxies that are believed when they say for whom they ask.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>True when browsers come over https: cookies are for https alone then.</summary>
    public bool IsSecure => PublicUrl?.Scheme == Uri.UriSchemeHttps;

    /// <summary>The cookie's name: on https one that no other host or path can set.</summary>
    public string CookieName(string name) => IsSecure ? "__Host-" + name : name;

    /// <summary>True for a proxy that the settings name.</summary>
    public bool IsProxy(IPAddress? peer) => peer is not null && Proxies.Any(network => network.Contains(peer) || network.Contains(Loopback.Plain(peer)));

    /// <summary>What links to this server begin with.</summary>
    public string BeginningOfLinks(HttpRequest request) => (PublicUrl?.GetLeftPart(UriPartial.Authority)) ?? $"{request.Scheme}://{request.Host}";

    /// <summary>Remembers that a proxy brought the request: what the proxy says of the peer is believed from here on.</summary>
    public static void NoteProxy(HttpContext http) => http.Items[Through] = true;

    /// <summary>True when a named proxy brought the request.</summary>
    public static bool CameThroughProxy(HttpContext http) => http.Items.ContainsKey(Through);

    /// <summary>True when the request was made on this machine, to this machine.</summary>
    public static bool IsLocal(HttpContext http) =>
        !CameThroughProxy(http) && Loopback.Is(http.Connection.RemoteIpAddress) && Loopback.Is(http.Request.Host.Host);
}
