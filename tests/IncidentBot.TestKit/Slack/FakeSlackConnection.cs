using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace IncidentBot.TestKit;

/// <summary>Slack's end of one connection in Socket Mode.</summary>
public sealed class FakeSlackConnection : IDisposable
{
    private readonly WebSocket socket;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> unacknowledged;
    private readonly ConcurrentDictionary<string, bool> own = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Channel<JsonObject> said = Channel.CreateUnbounded<JsonObject>();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MutedTransport transport;

    internal FakeSlackConnection(WebSocket socket, MutedTransport transport, int number, ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> unacknowledged) =>
        (this.socket, this.transport, Number, this.unacknowledged) = (socket, transport, number, unacknowledged);

    /// <summary>The how-manyth of all.</summary>
    public int Number { get; }

    /// <summary>Completes when it has ended.</summary>
    public Task Ended => ended.Task;

    /// <summary>How the other side ended it; null when it did so without a word.</summary>
    public WebSocketCloseStatus? EndedWith => socket.CloseStatus;

    /// <summary>The next thing that the other side says here.</summary>
    public async Task<JsonObject> SaidAsync() => await said.Reader.ReadAsync().AsTask().WaitAsync(FakeSlackSocket.Patience);

    /// <summary>True when the other side has said something here that nobody has read.</summary>
    public bool HasSaid => said.Reader.TryPeek(out _);

    /// <summary>Delivers an envelope by this connection; null when it is not acknowledged in time. Slack waits 3 seconds; a busy machine gets more, unless one says.</summary>
    public async Task<JsonObject?> DeliverAsync(string kind, JsonObject payload, int attempt = 0, TimeSpan? within = null)
    {
        var id = Guid.NewGuid().ToString();
        var answer = unacknowledged[id] = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        own[id] = true;
        try
        {
            await SendAsync(Envelope(id, kind, payload, attempt));
            return await answer.Task.WaitAsync(within ?? FakeSlackSocket.Patience);
        }
        catch (Exception none) when (none is TimeoutException or WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            return null;
        }
        finally
        {
            unacknowledged.TryRemove(id, out _);
            own.TryRemove(id, out _);
        }
    }

    /// <summary>An envelope as Slack writes it.</summary>
    public static JsonObject Envelope(string id, string kind, JsonObject payload, int attempt = 0)
    {
        var envelope = new JsonObject { ["envelope_id"] = id, ["type"] = kind, ["accepts_response_payload"] = kind != "events_api", ["payload"] = payload.DeepClone() };
        if (kind == "events_api") (envelope["retry_attempt"], envelope["retry_reason"]) = (attempt, attempt == 0 ? "" : "timeout");
        return envelope;
    }

    /// <summary>Says that the connection will end.</summary>
    public Task GoodbyeAsync(string reason) => SendAsync(new JsonObject { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "applink-1" } });

    /// <summary>Ends it as Slack does after a goodbye, once all that it delivered here is acknowledged.</summary>
    public async Task EndAsync()
    {
        for (var waited = 0; !own.IsEmpty && waited < 300; waited++) await Task.Delay(10);
        await writing.WaitAsync();
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Breaks it.</summary>
    public void Abort() => socket.Abort();

    /// <summary>Stays connected, but says nothing any more, not even a ping or a pong.</summary>
    public void FallSilent() => transport.Mute();

    /// <summary>Says something.</summary>
    public Task SendAsync(JsonObject frame) => SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text);

    /// <summary>Says something in pieces of at most so many bytes.</summary>
    public async Task SendAsync(byte[] frame, WebSocketMessageType type, int piece = int.MaxValue)
    {
        await writing.WaitAsync();
        try
        {
            for (var at = 0; at == 0 || at < frame.Length; at += Math.Min(piece, frame.Length))
            {
                var length = Math.Min(piece, frame.Length - at);
                await socket.SendAsync(frame.AsMemory(at, length), type, endOfMessage: at + length >= frame.Length, CancellationToken.None);
            }
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => writing.Dispose();

    internal async Task ReadAsync()
    {
        try
        {
            while (await NextAsync() is { } frame)
            {
                said.Writer.TryWrite(frame);
                if ((string?)frame["envelope_id"] is { } id && unacknowledged.TryRemove(id, out var waiting)) waiting.TrySetResult(frame);
            }
            if (socket.State == WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        }
        catch (Exception end) when (end is WebSocketException or ConnectionAbortedException or ConnectionResetException or OperationCanceledException)
        {
            // The other side is gone: what it has not acknowledged is delivered again.
            socket.Abort();
        }
        ended.TrySetResult();
    }

    private async Task<JsonObject?> NextAsync()
    {
        var (buffer, frame) = (new byte[16 * 1024], new MemoryStream());
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            frame.Write(buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage) return (JsonObject)JsonNode.Parse(frame.ToArray())!;
        }
    }
}
