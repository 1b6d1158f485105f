using IncidentBot.Chat.Slack.Rooms;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Sockets;

/// <summary>Keeps the connections to Slack until the program stops, and ends them in good order: what was begun is acknowledged first.</summary>
internal sealed class SlackSocketWorker(
    SlackDial dial, SlackEnvelopes envelopes, SlackConnections connections, ISlackCatchUp catchUp, SocketPace pace, TimeProvider clock, ILogger<SlackSocketWorker> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        SocketSeat[] seats = [.. Enumerable.Range(0, pace.Connections).Select(_ => Seat())];
        try
        {
            await Task.WhenAll(seats.Select((seat, place) => seat.KeepAsync(pace.Apart * place, stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Log.Stopping(logger);
        }
        await envelopes.FinishAsync(pace.FinishWithin);
        await Task.WhenAll(seats.Select(seat => seat.CloseAsync()));
    }

    private SocketSeat Seat() => new(dial, connections, catchUp, new SocketWaits(pace, Random.Shared), pace, clock, logger);
}
