using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Sockets;

/// <summary>One connection to Slack. It is always read, so that pings are answered; only one at a time writes; and when nothing comes any more it is given up.</summary>
internal sealed class SlackLink(SocketPace pace, SlackEnvelopes envelopes, SlackConnections connections, TimeProvider clock, ILogger logger) : IAsyncDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly TaskCompletionSource greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Departure> leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource over = new();
    private readonly ClientWebSocket socket = new();
    private HttpMessageInvoker? way;
    private long lastHeard = clock.GetTimestamp();
    private int disposed;

    /// <summary>Completes when Slack has said hello.</summary>
    public Task Greeted => greeted.Task;

    /// <summary>Completes when it must be replaced; it may serve on for a while.</summary>
    public Task<Departure> Leaving => leaving.Task;

    /// <summary>Completes when it has ended.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Connects, and reads from then on.</summary>
    public async Task ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = pace.HelloWithin,
            PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(new HeardStream(context.PlaintextStream, Heard)),
        };
        way = new HttpMessageInvoker(handler);
        (socket.Options.KeepAliveInterval, socket.Options.KeepAliveTimeout) = (pace.AskEvery, pace.AskEvery);
        await socket.ConnectAsync(address, way, cancellation);
        Ended = Task.WhenAll(ReadAsync(), WatchAsync());
    }

    /// <summary>Ends it in good order; Slack has a moment to do the same.</summary>
    public async Task CloseAsync()
    {
        using var moment = new CancellationTokenSource(pace.GoodbyeWithin, clock);
        try
        {
            await SendingAsync(() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, moment.Token), moment.Token);
            await Ended.WaitAsync(moment.Token);
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            Log.EndedRoughly(logger, end.Message);
        }
        await DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1) return;
        await over.CancelAsync();
        socket.Abort();
        await Ended;
        socket.Dispose();
        way?.Dispose();
    }

    private async Task ReadAsync()
    {
        var frames = new FrameReader(socket, logger);
        try
        {
            while (await frames.NextAsync() is { } frame) Take(frame.Span);
            leaving.TrySetResult(new Departure.Lost("Slack ended the connection."));
        }
        catch (Exception end)
        {
            leaving.TrySetResult(new Departure.Lost($"The connection broke: {end.Message}"));
        }
        await over.CancelAsync();
    }

    private void Take(ReadOnlySpan<byte> frame)
    {
        try
        {
            switch (SocketFrame.Read(frame))
            {
                case SocketFrame.Hello: greeted.TrySetResult(); break;
                case SocketFrame.Goodbye goodbye: leaving.TrySetResult(Departure.Of(goodbye.Reason)); break;
                case SocketFrame.Envelope envelope when !envelopes.Put(new ArrivedEnvelope(envelope, SendAsync)): Log.NotPut(logger, envelope.Kind); break;
            }
        }
        catch (JsonException)
        {
            Log.NotJson(logger, frame.Length);
        }
    }

    private ValueTask SendAsync(ReadOnlyMemory<byte> frame) =>
        SendingAsync(() => socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, over.Token).AsTask(), over.Token);

    private async ValueTask SendingAsync(Func<Task> send, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            await send();
        }
        finally
        {
            writing.Release();
        }
    }

    private void Heard()
    {
        Interlocked.Exchange(ref lastHeard, clock.GetTimestamp());
        connections.Heard();
    }

    private async Task WatchAsync()
    {
        try
        {
            for (var quiet = TimeSpan.Zero; quiet < pace.SilentFor; quiet = clock.GetElapsedTime(Interlocked.Read(ref lastHeard)))
                await Task.Delay(pace.SilentFor - quiet, clock, over.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        leaving.TrySetResult(new Departure.Lost($"Nothing came for {Words.Figure(pace.SilentFor)}, not even a ping."));
        socket.Abort();
    }
}
