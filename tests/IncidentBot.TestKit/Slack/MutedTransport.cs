using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace IncidentBot.TestKit;

/// <summary>A connection that can fall silent: it stays open, but nothing leaves it any more, as when a router on the way has forgotten it.</summary>
internal sealed class MutedTransport(PipeReader input, PipeWriter output) : IDuplexPipe
{
    private readonly Writer writer = new(output);

    /// <inheritdoc/>
    public PipeReader Input => input;

    /// <inheritdoc/>
    public PipeWriter Output => writer;

    /// <summary>Nothing leaves it from now on.</summary>
    public void Mute() => writer.Muted = true;

    /// <summary>Makes every connection of a listener one that can fall silent.</summary>
    public static void Use(ListenOptions listener) => listener.Use(next => async connection =>
    {
        var transport = new MutedTransport(connection.Transport.Input, connection.Transport.Output);
        connection.Transport = transport;
        connection.Features.Set(transport);
        await next(connection);
    });

    private sealed class Writer(PipeWriter output) : PipeWriter
    {
        public volatile bool Muted;

        public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

        public override long UnflushedBytes => output.UnflushedBytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => Muted ? new byte[Math.Max(sizeHint, 4096)] : output.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override void Advance(int bytes)
        {
            if (!Muted) output.Advance(bytes);
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
            Muted ? ValueTask.FromResult(new FlushResult(isCanceled: false, isCompleted: false)) : output.FlushAsync(cancellationToken);

        public override void CancelPendingFlush() => output.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => output.Complete(exception);

        public override ValueTask CompleteAsync(Exception? exception = null) => output.CompleteAsync(exception);
    }
}
