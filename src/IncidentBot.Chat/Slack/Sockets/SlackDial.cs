using IncidentBot.Chat.Slack.Api;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Sockets;

/// <summary>Opens connections to Slack, each to an address of its own.</summary>
internal sealed class SlackDial(ISlack slack, SlackEnvelopes envelopes, SlackConnections connections, SocketPace pace, TimeProvider clock, ILogger<SlackDial> logger)
{
    /// <summary>Opens one, which has been greeted or told to leave at once; or says why it could not.</summary>
    public async Task<(SlackLink? Link, Departure? WhyNot)> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            return (await GreetedAsync(await slack.SocketAddressAsync(cancellation), cancellation), null);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return (null, fault switch
            {
                SlackBusyException busy => new Departure.Busy(busy.Message, busy.Wait),
                SlackFaultException no => new Departure.ForAPerson(no.Message),
                SlackAwayException away => new Departure.Lost(away.Message),
                _ => new Departure.Lost($"Slack cannot be connected to: {fault.Message}"),
            });
        }
    }

    private async Task<SlackLink> GreetedAsync(Uri address, CancellationToken cancellation)
    {
        var link = new SlackLink(pace, envelopes, connections, clock, logger);
        using var patience = new CancellationTokenSource(pace.HelloWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            await link.ConnectAsync(address, either.Token);
            await Task.WhenAny(link.Greeted, link.Leaving).WaitAsync(either.Token);
            return link;
        }
        catch (Exception fault)
        {
            await link.DisposeAsync();
            if (patience.IsCancellationRequested) throw new SlackAwayException($"Slack did not say hello within {Words.Figure(pace.HelloWithin)}.", fault);
            throw;
        }
    }
}
