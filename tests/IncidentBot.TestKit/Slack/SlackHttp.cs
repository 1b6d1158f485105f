using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentBot.TestKit;

/// <summary>Slack's requests over HTTP: signed, with a while for the answer.</summary>
public sealed class SlackHttp : ISlackWay, IDisposable
{
    // Slack waits three seconds; a machine that runs tests is slower than those that this is meant for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });

    /// <summary>Where the bot listens; null while it is nowhere.</summary>
    public Uri? Bot { get; set; }

    /// <summary>A request as Slack signs it, at a moment and with a secret that may be wrong.</summary>
    public static HttpRequestMessage Request(SlackSent sent, Uri bot, DateTimeOffset? at = null, string secret = FakeSlack.Secret)
    {
        var (path, type, body) = sent.Kind switch
        {
            SlackKind.Event => ("slack/events", "application/json", sent.Body.ToJsonString()),
            SlackKind.Command => ("slack/commands", "application/x-www-form-urlencoded", Form(sent.Body.Select(field => (field.Key, (string?)field.Value ?? "")))),
            _ => ("slack/interactions", "application/x-www-form-urlencoded", Form([("payload", sent.Body.ToJsonString())])),
        };
        return Request(new Uri(bot, path), type, body, at, secret);
    }

    /// <summary>Any body, signed.</summary>
    public static HttpRequestMessage Request(Uri address, string type, string body, DateTimeOffset? at = null, string secret = FakeSlack.Secret)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        var moment = $"{(at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds()}";
        request.Headers.Add("X-Slack-Request-Timestamp", moment);
        request.Headers.Add("X-Slack-Signature", Signature(secret, moment, body));
        return request;
    }

    /// <summary>The signature of a body at a moment.</summary>
    public static string Signature(string secret, string moment, string body) =>
        $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{moment}:{body}")))}";

    /// <summary>Sends any request and reads what is answered.</summary>
    public async Task<SlackReceipt> SendAsync(HttpRequestMessage request, CancellationToken cancellation = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await client.SendAsync(request, patience.Token);
            var raw = await answer.Content.ReadAsStringAsync(patience.Token);
            return new SlackReceipt((int)answer.StatusCode, raw.StartsWith('{') ? (JsonObject)JsonNode.Parse(raw)! : null, raw);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return SlackReceipt.None;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <inheritdoc/>
    async Task<SlackReceipt> ISlackWay.SendAsync(SlackSent sent, int retry, CancellationToken cancellation)
    {
        if (Bot is not { } bot) return SlackReceipt.None;
        using var request = Request(sent, bot);
        if (retry > 0)
        {
            request.Headers.Add("x-slack-retry-num", $"{retry}");
            request.Headers.Add("x-slack-retry-reason", "http_timeout");
        }
        return await SendAsync(request, cancellation);
    }

    // As a browser writes a form, which is also how Slack does: a space is a plus.
    private static string Form(IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value).Replace("%20", "+")}"));
}
