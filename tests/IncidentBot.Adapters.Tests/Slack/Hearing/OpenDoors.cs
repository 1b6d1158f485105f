using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Chat.Slack.Hearing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>The doors for Slack's requests, open on a port of this machine.</summary>
internal sealed class OpenDoors : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private OpenDoors(WebApplication app, HearingHouse house) =>
        (this.app, House, client) = (app, house, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new Uri(app.Urls.Single()) });

    public HearingHouse House { get; }

    public SlackTally Tally => app.Services.GetRequiredService<SlackTally>();

    /// <summary>Slack's clock, which is the house's.</summary>
    public long Now => House.House.Clock.Now.ToUnixTimeSeconds();

    public static async Task<OpenDoors> OpenAsync(Action<IServiceCollection>? more = null)
    {
        var house = new HearingHouse();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // As the real host has it: the doors allow more.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 256 * 1024);
        builder.Logging.ClearProviders();
        house.Register(builder.Services);
        more?.Invoke(builder.Services);
        var open = builder.Build();
        // A page for every status would stand in the way of an empty one.
        open.UseStatusCodePages();
        open.MapSlackHearing();
        await open.StartAsync();
        return new OpenDoors(open, house);
    }

    /// <summary>Sends a body as Slack would, unless the test says otherwise.</summary>
    public async Task<(HttpStatusCode Status, string Body, string? Type)> SendAsync(
        string path, string body, string type = "application/json", string secret = HearingHouse.Secret, string? stamp = null, string? signature = null, bool signed = true, bool chunked = false, IReadOnlyDictionary<string, string>? headers = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.TransferEncodingChunked = chunked;
        stamp ??= Now.ToString(CultureInfo.InvariantCulture);
        if (signed && stamp.Length > 0) request.Headers.Add("X-Slack-Request-Timestamp", stamp);
        if (signed && signature != "") request.Headers.Add("x-slack-signature", signature ?? Sign(secret, stamp, body));
        foreach (var (name, value) in headers ?? new Dictionary<string, string>()) request.Headers.Add(name, value);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType);
    }

    public async Task<HttpStatusCode> GetAsync(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    public static string Sign(string secret, string stamp, string body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{stamp}:{body}")));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        await House.DisposeAsync();
    }
}
