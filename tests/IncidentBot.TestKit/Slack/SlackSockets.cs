using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.TestKit;

/// <summary>Slack's side of Socket Mode: connections that the bot opened, and what is delivered through any of them.</summary>
public sealed class SlackSockets : ISlackWay
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly FakeSlack slack;
    private readonly ConcurrentDictionary<string, bool> tickets = new();
    private readonly ConcurrentDictionary<int, Connection> connections = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> waiting = new();
    private int last;
    private int turn;

    internal SlackSockets(FakeSlack slack) => this.slack = slack;

    /// <summary>How many connections are open.</summary>
    public int Open => connections.Count;

    /// <summary>Tells the bot that a connection ends, and ends it after a while, as Slack does to recycle its own machines.</summary>
    public async Task RefreshAsync(string reason, TimeSpan after)
    {
        var (number, connection) = connections.OrderBy(one => one.Key).First();
        await connection.SendAsync(new JsonObject { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "fake" } });
        await Task.Delay(after);
        if (connections.TryRemove(number, out _)) connection.Socket.Abort();
    }

    /// <summary>An address for one connection.</summary>
    internal Uri NewAddress()
    {
        var ticket = Guid.NewGuid().ToString("N");
        tickets[ticket] = true;
        return new UriBuilder(slack.Address) { Scheme = "ws", Path = "/link", Query = $"ticket={ticket}" }.Uri;
    }

    /// <summary>Takes a connection, and reads what comes through it until it ends.</summary>
    internal async Task ConnectAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest || !tickets.TryRemove(http.Request.Query["ticket"].ToString(), out _))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var connection = new Connection(socket);
        var number = Interlocked.Increment(ref last);
        connections[number] = connection;
        await connection.SendAsync(new JsonObject
        {
            ["type"] = "hello", ["num_connections"] = connections.Count, ["connection_info"] = new JsonObject { ["app_id"] = FakeSlack.App },
            ["debug_info"] = new JsonObject { ["host"] = "fake", ["build_number"] = 1, ["approximate_connection_time"] = 18060 },
        });
        try
        {
            while (await connection.ReceiveAsync(http.RequestAborted) is { } said)
                if ((string?)said["envelope_id"] is { } id && waiting.TryRemove(id, out var answer)) answer.TrySetResult(said);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ConnectionAbortedException)
        {
            // The other side went away; what it did not acknowledge is delivered again.
        }
        connections.TryRemove(number, out _);
    }

    async Task<SlackReceipt> ISlackWay.SendAsync(SlackSent sent, int retry, CancellationToken cancellation)
    {
        var open = connections.Values.ToList();
        if (open.Count == 0) return SlackReceipt.None;
        var id = Guid.NewGuid().ToString();
        var answer = waiting[id] = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        var envelope = new JsonObject
        {
            ["envelope_id"] = id, ["accepts_response_payload"] = sent.Kind != SlackKind.Event, ["payload"] = sent.Body.DeepClone(),
            ["type"] = sent.Kind switch { SlackKind.Event => "events_api", SlackKind.Command => "slash_commands", _ => "interactive" },
        };
        if (sent.Kind == SlackKind.Event) (envelope["retry_attempt"], envelope["retry_reason"]) = (retry, retry > 0 ? "timeout" : "");
        try
        {
            await open[Interlocked.Increment(ref turn) % open.Count].SendAsync(envelope);
            var payload = (await answer.Task.WaitAsync(Patience, cancellation))["payload"] as JsonObject;
            return new SlackReceipt(200, payload is { Count: > 0 } ? (JsonObject)payload.DeepClone() : null);
        }
        catch (Exception fault) when (fault is TimeoutException or WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            return SlackReceipt.None;
        }
        finally
        {
            waiting.TryRemove(id, out _);
        }
    }

    private sealed class Connection(WebSocket socket) : IDisposable
    {
        private readonly SemaphoreSlim sending = new(1, 1);

        public WebSocket Socket => socket;

        public async Task SendAsync(JsonObject frame)
        {
            await sending.WaitAsync();
            try
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, default);
            }
            finally
            {
                sending.Release();
            }
        }

        public async Task<JsonObject?> ReceiveAsync(CancellationToken cancellation)
        {
            var (buffer, frame) = (new byte[16 * 1024], new MemoryStream());
            while (true)
            {
                var read = await socket.ReceiveAsync(buffer, cancellation);
                if (read.MessageType == WebSocketMessageType.Close) return null;
                frame.Write(buffer.AsSpan(0, read.Count));
                if (read.EndOfMessage) return (JsonObject)JsonNode.Parse(frame.ToArray())!;
            }
        }

        public void Dispose() => sending.Dispose();
    }
}
