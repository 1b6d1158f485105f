using System.Net;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>The connections to Slack: one pool for all, so that a modal finds one open.</summary>
internal sealed class SlackWire : IDisposable
{
    private readonly SocketsHttpHandler handler = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
    };

    /// <summary>What sends.</summary>
    public HttpMessageHandler Handler => handler;

    /// <inheritdoc/>
    public void Dispose() => handler.Dispose();
}
