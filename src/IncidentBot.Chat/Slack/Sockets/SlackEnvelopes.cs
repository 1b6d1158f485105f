using System.Threading.Channels;
using IncidentBot.Chat.Slack.Hearing;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Sockets;

/// <summary>An envelope that came, and how its acknowledgement goes back.</summary>
internal sealed record ArrivedEnvelope(SocketFrame.Envelope Envelope, Func<ReadOnlyMemory<byte>, ValueTask> Acknowledge);

/// <summary>Takes in what comes by any of the connections, some at once and never too many, so that nobody who reads waits for anybody who works.</summary>
internal sealed class SlackEnvelopes : IDisposable
{
    private const int AtOnce = 32;
    private const int MostWaiting = 1000;

    private readonly Channel<ArrivedEnvelope> waiting = Channel.CreateBounded<ArrivedEnvelope>(MostWaiting);
    private readonly CancellationTokenSource givenUp = new();
    private readonly ISlackIngress ingress;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly Task[] takers;

    public SlackEnvelopes(ISlackIngress ingress, TimeProvider clock, ILogger<SlackEnvelopes> logger)
    {
        (this.ingress, this.clock, this.logger) = (ingress, clock, logger);
        takers = [.. Enumerable.Range(0, AtOnce).Select(_ => TakeAllAsync())];
    }

    /// <summary>Puts one in; false when too many wait or the program stops, so that Slack delivers it again.</summary>
    public bool Put(ArrivedEnvelope arrived) => waiting.Writer.TryWrite(arrived);

    /// <summary>Takes nothing new, and waits until what was put in is acknowledged, for as long as that may take.</summary>
    public async Task FinishAsync(TimeSpan within)
    {
        waiting.Writer.TryComplete();
        try
        {
            await Task.WhenAll(takers).WaitAsync(within, clock);
        }
        catch (TimeoutException)
        {
            Log.Unfinished(logger, within);
            await givenUp.CancelAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        waiting.Writer.TryComplete();
        givenUp.Dispose();
    }

    private async Task TakeAllAsync()
    {
        await foreach (var arrived in waiting.Reader.ReadAllAsync()) await TakeAsync(arrived);
    }

    private async Task TakeAsync(ArrivedEnvelope arrived)
    {
        var envelope = arrived.Envelope;
        try
        {
            var delivery = SocketAck.Opened(envelope);
            if (delivery is null) Log.UnknownEnvelope(logger, envelope.Kind);
            var answer = delivery is null ? SlackAnswer.Received : await ingress.TakeAsync(delivery, givenUp.Token);
            await arrived.Acknowledge(SocketAck.Of(envelope, answer));
        }
        catch (Exception fault)
        {
            // Without an acknowledgement Slack delivers it again; who was asked something sees that it failed.
            Log.NotTaken(logger, fault, envelope.Kind);
        }
    }
}
