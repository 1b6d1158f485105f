using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.TestKit;

/// <summary>
/// A Slack on loopback, as the bot meets it: an emulator that others wrote, and before it a front that adds what the emulator lacks.
/// People act in it (<see cref="FakeSlack.As"/>), what the bot asks of it is written down, and it can be told to go wrong.
/// <code>
/// | by the emulator                              | by the front                                                              |
/// |----------------------------------------------|---------------------------------------------------------------------------|
/// | messages, threads, edits, deletions          | bot_id and app_id of bots, team, channel_type, event_ts, authorizations   |
/// | channels, topics, members, pins, bookmarks   | force in invitations, guests, bots that cannot unarchive, channel_left    |
/// | files, reactions, scopes                     | X-OAuth-Scopes, app_mention, events only of channels that the bot is in   |
/// | history as a whole                           | oldest, latest, inclusive, include_all_metadata, latest_reply, 15 a page  |
/// | views, triggers that live seconds, once      | slash commands, interactions, shortcuts, App Home, response_url           |
/// | that something happened                      | its delivery: signed or by socket, retried, repeated                      |
/// |                                              | user groups, 429s, outages, lost answers, refused blocks, revoked tokens  |
/// </code>
/// </summary>
public sealed partial class FakeSlack : IAsyncDisposable
{
    /// <summary>The bot's token.</summary>
    public const string BotToken = "xoxb-incidentbot";

    /// <summary>The secret by which requests are signed.</summary>
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    /// <summary>The workspace.</summary>
    public const string Team = "T000000001";

    /// <summary>The bot's user.</summary>
    public const string Bot = "U0BOT";

    /// <summary>The app.</summary>
    public const string App = "A0BOT";

    /// <summary>The channel in which incidents are announced.</summary>
    public const string Announcements = "C0ANNOUNCE";

    /// <summary>A channel in which the bot is not.</summary>
    public const string General = "C0GENERAL";

    /// <summary>The token with which the bot connects by itself.</summary>
    public const string AppToken = "xapp-incidentbot";

    private readonly ConcurrentQueue<SlackCall> calls = new();
    private readonly CancellationTokenSource ending = new();
    private readonly WebApplication app;
    private readonly HttpClient emulated = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private SlackEmulator? emulator;

    private FakeSlack(WebApplication app, FakeSlackSocket sockets)
    {
        (this.app, Sockets) = (app, sockets);
        Way = Http;
        Deliveries = new SlackDeliveries(this);
    }

    /// <summary>Where it is: the bot's <c>Slack:ApiUrl</c>.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>What the bot asked of it so far.</summary>
    public IReadOnlyList<SlackCall> Calls => [.. calls];

    /// <summary>What goes wrong.</summary>
    public SlackTroubles Troubles { get; } = new();

    /// <summary>What was sent to the bot.</summary>
    public SlackDeliveries Deliveries { get; }

    /// <summary>Its requests over HTTP.</summary>
    public SlackHttp Http { get; } = new();

    /// <summary>The connections that the bot opened to it.</summary>
    public FakeSlackSocket Sockets { get; }

    /// <summary>By which way it reaches the bot.</summary>
    internal ISlackWay Way { get; private set; }

    /// <summary>The settings of a house that has this Slack.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["Slack:BotToken"] = BotToken,
        ["Slack:SigningSecrets:0"] = Secret,
        ["Slack:ApiUrl"] = Address.ToString(),
        ["Slack:AnnounceChannel"] = Announcements,
    };

    /// <summary>Reaches the bot by the connections that it opened, and no longer over HTTP.</summary>
    public Dictionary<string, string> SocketSettings()
    {
        Way = new SlackSocketWay(Sockets);
        var settings = Settings;
        settings.Remove("Slack:SigningSecrets:0");
        settings["Slack:AppToken"] = AppToken;
        return settings;
    }

    /// <summary>Starts one.</summary>
    public static async Task<FakeSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var slack = new FakeSlack(builder.Build(), await FakeSlackSocket.StartAsync());
        slack.Map();
        await slack.app.StartAsync();
        slack.emulator = await SlackEmulator.StartAsync(slack.Address);
        slack.emulated.BaseAddress = slack.emulator.Address;
        return slack;
    }

    /// <summary>The calls of one method so far.</summary>
    public IReadOnlyList<SlackCall> CallsOf(string method) => [.. calls.Where(call => call.Method == method)];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await Deliveries.DisposeAsync();
        await Sockets.DisposeAsync();
        await app.DisposeAsync();
        emulator?.Dispose();
        emulated.Dispose();
        Http.Dispose();
        ending.Dispose();
    }

    private void Map()
    {
        app.MapPost("/emulator/events", async http =>
        {
            // The emulator waits for this answer before it gives its own.
            var envelope = (JsonObject)(await JsonNode.ParseAsync(http.Request.Body))!;
            Deliveries.Happened(envelope);
        });
        app.MapPost("/response/{id}", (Delegate)RespondAsync);
        app.Map("/api/{method}", CallAsync);
        app.MapFallback("{*path}", async http => await SendAsync(http, await ForwardAsync(http.Request, await BodyAsync(http.Request))));
    }

    private async Task CallAsync(HttpContext http)
    {
        var method = (string)http.Request.RouteValues["method"]!;
        var body = await BodyAsync(http.Request);
        var token = http.Request.Headers.Authorization.ToString().Replace("Bearer ", "");
        var call = SlackCall.Read(method, token, System.Text.Encoding.UTF8.GetString(body), http.Request.ContentType, DateTimeOffset.UtcNow);
        calls.Enqueue(call);
        var trouble = Troubles.Of(method);
        if (trouble is not null && !await BeforeAsync(trouble, call, http)) return;
        var answer = await AnswerAsync(call, http.Request, body);
        if (trouble is SlackTrouble.Lost(var then))
        {
            then?.Invoke();
            http.Abort();
            return;
        }
        await SendAsync(http, answer);
    }

    // True when the call goes on.
    private async Task<bool> BeforeAsync(SlackTrouble trouble, SlackCall call, HttpContext http)
    {
        switch (trouble)
        {
            case SlackTrouble.Lost:
                return true;
            case SlackTrouble.Busy(var seconds):
                http.Response.Headers.RetryAfter = $"{seconds}";
                await SendAsync(http, new SlackAnswer(429, """{"ok":false,"error":"ratelimited"}"""));
                return false;
            case SlackTrouble.Failing:
                await SendAsync(http, new SlackAnswer(503, "<html><body><h1>503 Service Unavailable</h1></body></html>") { ContentType = "text/html" });
                return false;
            case SlackTrouble.No(var error, var needed):
                await SendAsync(http, SlackAnswer.No(error, needed is null ? null : new JsonObject { ["needed"] = needed, ["provided"] = "chat:write" }));
                return false;
            case SlackTrouble.Silent:
                using (var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, ending.Token))
                    await Task.Delay(Timeout.InfiniteTimeSpan, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                return false;
            case SlackTrouble.Cut(var first):
                first?.Invoke();
                http.Abort();
                return false;
            default:
                throw new InvalidOperationException($"A trouble that this Slack does not know: {trouble} ({call.Method})");
        }
    }

    private static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private static async Task SendAsync(HttpContext http, SlackAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers) http.Response.Headers[name] = value;
        await http.Response.Body.WriteAsync(answer.Body);
    }
}
