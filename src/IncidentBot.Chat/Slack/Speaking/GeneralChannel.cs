using IncidentBot.Chat.Slack.Api;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Speaking;

/// <summary>The channel in which everybody reads of incidents. One where people of other companies read is none.</summary>
internal sealed class GeneralChannel(ISlack slack, SlackOptions options, SlackDeeds deeds, TimeProvider clock, ILogger<GeneralChannel> logger)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private volatile Look? last;

    /// <summary>Its id; null when none is set, or when it is shared with others now.</summary>
    public async ValueTask<string?> FindAsync(CancellationToken cancellation)
    {
        if (options.AnnounceChannel is not { Length: > 0 } channel) return null;
        if (last is not { } look || clock.GetUtcNow() - look.At > Remembered)
        {
            last = look = new Look((await deeds.DoAsync(() => slack.ChannelAsync(channel, cancellation))).IsShared, clock.GetUtcNow());
            if (look.IsShared) Log.Shared(logger, channel);
        }
        return look.IsShared ? null : channel;
    }

    private sealed record Look(bool IsShared, DateTimeOffset At);
}
