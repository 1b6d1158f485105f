using System.Collections.Concurrent;
using IncidentBot.Chat.Slack.Rooms;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Sockets;

/// <summary>A place at which a connection to Slack stands: when one must go, the next takes its place first, and what stays unread in between is read back.</summary>
internal sealed class SocketSeat(
    SlackDial dial, SlackConnections connections, ISlackCatchUp catchUp, SocketWaits waits, SocketPace pace, TimeProvider clock, ILogger logger)
{
    private readonly ConcurrentDictionary<SlackLink, bool> links = new();
    private SlackLink? standing;

    /// <summary>Sees to it that one stands, until it is cancelled.</summary>
    public async Task KeepAsync(TimeSpan first, CancellationToken stopping)
    {
        await Task.Delay(first, clock, stopping);
        while (true)
        {
            var (departure, stood) = await SitAsync(stopping);
            var wait = waits.After(departure, stood);
            connections.Tell(departure);
            Log.Departed(logger, departure is Departure.ForAPerson ? LogLevel.Error : departure is Departure.Recycled ? LogLevel.Debug : LogLevel.Warning, departure.Because, wait);
            await Task.Delay(wait, clock, stopping);
        }
    }

    /// <summary>Ends all that stand here.</summary>
    public Task CloseAsync() => Task.WhenAll(links.Keys.Select(link => link.CloseAsync()));

    private async Task<(Departure Departure, TimeSpan Stood)> SitAsync(CancellationToken stopping)
    {
        var (link, whyNot) = await dial.OpenAsync(stopping);
        if (link is null) return (whyNot!, TimeSpan.Zero);
        links[link] = true;
        var since = clock.GetTimestamp();
        var before = standing;
        standing = link;
        _ = AccompanyAsync(link);
        if (before is not null) _ = RetireAsync(before);
        return (await link.Leaving.WaitAsync(stopping), clock.GetElapsedTime(since));
    }

    private async Task AccompanyAsync(SlackLink link)
    {
        var counts = link.Greeted.IsCompleted;
        if (counts && connections.Came()) catchUp.Ask("connected to Slack");
        if (counts) Log.Connected(logger, connections.Count);
        await link.Ended;
        if (counts) connections.Went();
        await link.CloseAsync();
        links.TryRemove(link, out _);
    }

    // Slack has said that it ends the connection, and may deliver by it until then.
    private async Task RetireAsync(SlackLink before)
    {
        try
        {
            await before.Ended.WaitAsync(pace.EndsWithin, clock);
        }
        catch (TimeoutException)
        {
            await before.CloseAsync();
        }
    }
}
