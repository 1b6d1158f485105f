using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Knows the bot's own messages and doings: their author tells, because the event of a message may come before the answer to its posting.</summary>
internal sealed class OwnVoice(ISlack slack, TimeProvider clock, ILogger<OwnVoice> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private volatile SlackSelf? known;

    /// <summary>True when the bot wrote the message; null when Slack does not say who the bot is, and the message may be its own.</summary>
    public async ValueTask<bool?> WroteAsync(SlackMessage message, CancellationToken cancellation)
    {
        if (await SelfAsync(cancellation) is { } self)
            return message.Bot == self.Bot || message.User == self.User || (message.App is not null && message.App == self.App);
        return message.IsFromBot || message.App is not null ? null : false;
    }

    /// <summary>True when this user is the bot.</summary>
    public async ValueTask<bool> IsBotAsync(string? user, CancellationToken cancellation) =>
        user is not null && await SelfAsync(cancellation) is { } self && self.User == user;

    /// <summary>The bot in Slack; null when Slack does not say.</summary>
    public async ValueTask<SlackSelf?> SelfAsync(CancellationToken cancellation)
    {
        try
        {
            return known = await slack.SelfAsync(cancellation).AsTask().WaitAsync(Patience, clock, cancellation);
        }
        catch (Exception fault) when (fault is SlackFaultException or SlackAwayException or FarSideBusyException or TimeoutException)
        {
            // It is who it was, also while its token is refused.
            if (known is null) Log.Unknown(logger, fault.Message);
            return known;
        }
    }
}
