using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.TestKit;

/// <summary>
/// Slack's side of Socket Mode on loopback: it hands out tickets, greets, delivers by any connection that is open, delivers again what
/// is not acknowledged, says goodbye in every way that Slack does, falls silent, and refuses. Slack's own client gets on with it.
/// </summary>
public sealed class FakeSlackSocket : IAsyncDisposable
{
    /// <summary>How long a test waits for something that must come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, bool> tickets = new();
    private readonly ConcurrentDictionary<int, FakeSlackConnection> open = new();
    private readonly ConcurrentQueue<string> refusals = new();
    private readonly Channel<FakeSlackConnection> greeted = Channel.CreateUnbounded<FakeSlackConnection>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> unacknowledged = new();
    private int connections;
    private int asked;
    private int turn;

    private FakeSlackSocket(WebApplication app) => this.app = app;

    /// <summary>Where it is: the bot's <c>Slack:ApiUrl</c>.</summary>
    public Uri Address => new(app.Urls.First().TrimEnd('/') + "/");

    /// <summary>How often an address was asked for, refused or not.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>The tokens with which it was asked.</summary>
    public ConcurrentQueue<string> Tokens { get; } = new();

    /// <summary>The connections that are open, the oldest first.</summary>
    public IReadOnlyList<FakeSlackConnection> Open => [.. open.OrderBy(one => one.Key).Select(one => one.Value)];

    /// <summary>Whether new connections are greeted.</summary>
    public bool Greets { get; set; } = true;

    /// <summary>How often connections opened from now on are pinged; never when it is zero.</summary>
    public TimeSpan PingEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What else it answers to calls of its Web API, by method.</summary>
    public ConcurrentDictionary<string, Func<JsonObject>> Answers { get; } = new();

    /// <summary>Which scopes it says that the bot has.</summary>
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>Starts one.</summary>
    public static async Task<FakeSlackSocket> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, MutedTransport.Use));
        var slack = new FakeSlackSocket(builder.Build());
        slack.app.UseWebSockets();
        slack.app.MapPost("/api/{method}", (string method, HttpContext http) => slack.Answer(method, http));
        slack.app.Map("/link", slack.TakeAsync);
        await slack.app.StartAsync();
        return slack;
    }

    /// <summary>Refuses the next request for an address with Slack's word for why.</summary>
    public void Refuse(string error) => refusals.Enqueue(error);

    /// <summary>An address for one connection.</summary>
    public Uri NewAddress()
    {
        var ticket = Guid.NewGuid().ToString("N");
        tickets[ticket] = true;
        return new UriBuilder(Address) { Scheme = "ws", Path = "/link/", Query = $"ticket={ticket}&app_id=A0BOT" }.Uri;
    }

    /// <summary>Answers a request for an address as <c>apps.connections.open</c> does.</summary>
    public JsonObject Ask(string token)
    {
        Interlocked.Increment(ref asked);
        Tokens.Enqueue(token);
        return refusals.TryDequeue(out var error) ? new JsonObject { ["ok"] = false, ["error"] = error } : new JsonObject { ["ok"] = true, ["url"] = NewAddress().ToString() };
    }

    /// <summary>The next connection that was greeted, or accepted without a greeting.</summary>
    public async Task<FakeSlackConnection> NextAsync() => await greeted.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Delivers by one connection after the other, as Slack does, and gives the acknowledgement; delivered again while there is none.</summary>
    /// <param name="kind">Slack's word for it: <c>events_api</c>, <c>slash_commands</c>, <c>interactive</c>.</param>
    /// <param name="payload">What would be the body over HTTP.</param>
    public async Task<JsonObject> DeliverAsync(string kind, JsonObject payload)
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var all = Open;
            if (all.Count > 0 && await all[Interlocked.Increment(ref turn) % all.Count].DeliverAsync(kind, payload, attempt) is { } acknowledged) return acknowledged;
            if (all.Count == 0) await Task.Delay(50);
        }
        throw new TimeoutException($"Nobody acknowledged {kind}.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in Open) connection.Abort();
        await app.DisposeAsync();
    }

    private IResult Answer(string method, HttpContext http)
    {
        if (Scopes.Count > 0) http.Response.Headers["X-OAuth-Scopes"] = string.Join(',', Scopes);
        var answer = method == "apps.connections.open" ? Ask(http.Request.Headers.Authorization.ToString().Replace("Bearer ", ""))
            : Answers.TryGetValue(method, out var known) ? known()
            : new JsonObject { ["ok"] = false, ["error"] = "unknown_method" };
        return Results.Text(answer.ToJsonString(), "application/json");
    }

    private async Task TakeAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest || !tickets.TryRemove(http.Request.Query["ticket"].ToString(), out _))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = PingEvery, KeepAliveTimeout = Patience });
        var number = Interlocked.Increment(ref connections);
        using var connection = new FakeSlackConnection(socket, http.Features.Get<MutedTransport>()!, number, unacknowledged);
        open[number] = connection;
        if (Greets) await connection.SendAsync(Hello(open.Count));
        greeted.Writer.TryWrite(connection);
        await connection.ReadAsync();
        open.TryRemove(number, out _);
    }

    private static JsonObject Hello(int count) => new()
    {
        ["type"] = "hello", ["num_connections"] = count, ["connection_info"] = new JsonObject { ["app_id"] = "A0BOT" },
        ["debug_info"] = new JsonObject { ["host"] = "applink-1", ["build_number"] = 54, ["approximate_connection_time"] = 18060 },
    };
}
