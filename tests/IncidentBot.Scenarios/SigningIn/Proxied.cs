using System.Net;

namespace IncidentBot.Scenarios.SigningIn;

/// <summary>A browser behind a reverse proxy: it asks https://incidents.example.com, and the proxy brings that to the host on loopback, with the headers that proxies send.</summary>
public sealed class Proxied : DelegatingHandler
{
    /// <summary>The address that browsers know.</summary>
    public const string Public = "https://incidents.example.com";

    private const int MostHops = 8;

    private readonly Uri host;
    private readonly CookieContainer cookies = new();

    private Proxied(Uri host) : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) => this.host = host;

    /// <summary>What the proxy sends.</summary>
    public Dictionary<string, string> Sent { get; } = new() { ["X-Forwarded-For"] = "203.0.113.7", ["X-Forwarded-Proto"] = "https" };

    /// <summary>The Host that the proxy passes on.</summary>
    public string PassedHost { get; set; } = "incidents.example.com";

    /// <summary>Every cookie that was set, as it was.</summary>
    public List<string> SetCookies { get; } = [];

    /// <summary>A browser.</summary>
    public static (HttpClient Browser, Proxied Proxy) Of(RunningHost host)
    {
        var proxy = new Proxied(host.Address);
        return (new HttpClient(proxy) { BaseAddress = new Uri(Public) }, proxy);
    }

    /// <summary>Settings of a host behind this proxy.</summary>
    public static Dictionary<string, string> Settings() => new() { ["PublicUrl"] = Public, ["Proxies:0"] = "127.0.0.0/8" };

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await OnceAsync(request, cancellationToken);
        for (var hop = 0; hop < MostHops && answer.Headers.Location is { } location; hop++)
        {
            using var on = new HttpRequestMessage(HttpMethod.Get, new Uri(answer.RequestMessage!.RequestUri!, location)) { Headers = { { "Accept", "text/html" } } };
            answer = await OnceAsync(on, cancellationToken);
        }
        return answer;
    }

    private async Task<HttpResponseMessage> OnceAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var asked = request.RequestUri!;
        if (asked.Host == new Uri(Public).Host)
        {
            if (cookies.GetCookieHeader(asked) is { Length: > 0 } known) request.Headers.TryAddWithoutValidation("Cookie", known);
            foreach (var (name, value) in Sent) request.Headers.TryAddWithoutValidation(name, value);
            request.Headers.Host = PassedHost;
            request.RequestUri = new Uri(host, asked.PathAndQuery);
        }
        var answer = await base.SendAsync(request, cancellation);
        request.RequestUri = asked;
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set)
            {
                SetCookies.Add(cookie);
                cookies.SetCookies(asked, cookie);
            }
        return answer;
    }
}
