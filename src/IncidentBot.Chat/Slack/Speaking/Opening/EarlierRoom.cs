using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Ports;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Speaking.Opening;

/// <summary>The channel that an incident had before: gone back to when it still fits, and left with a word when it does not.</summary>
internal sealed class EarlierRoom(ISlack slack, SlackOptions options, SlackDrawing drawing, SlackDeeds deeds, ILogger<EarlierRoom> logger)
{
    /// <summary>The channel, with the bot in it, when the incident can go on there; null when it cannot.</summary>
    public ValueTask<SlackChannel?> BackAsync(string channel, Incident incident, CancellationToken cancellation) => deeds.DoAsync(async () =>
    {
        try
        {
            var found = await slack.ChannelAsync(channel, cancellation);
            if (found is { IsPrivate: false } && incident.IsPrivate) return null;
            if (found.IsArchived && !await UnarchivedAsync(channel, cancellation)) return null;
            if (found is { IsPrivate: false, IsMember: false } or { IsPrivate: false, IsArchived: true }) await slack.JoinAsync(channel, cancellation);
            found = await slack.ChannelAsync(channel, cancellation);
            return found is { IsArchived: false, IsMember: true } ? found : null;
        }
        catch (SlackFaultException fault) when (fault.Code is "channel_not_found" or "not_in_channel" or "is_archived" or "method_not_supported_for_channel_type")
        {
            return null;
        }
    });

    /// <summary>Says in either channel where things stand, and puts the earlier one away. What is private now is not named in a channel that everybody reads.</summary>
    public async ValueTask LeaveAsync(string before, string after, Incident incident, Attempt attempt, CancellationToken cancellation)
    {
        var name = incident.RoomNames.GetValueOrDefault(SlackNames.Chat);
        await deeds.InRoomAsync(() => slack.PostAsync(Post(after, Pointer(incident, name), "pointer", attempt), cancellation));
        if (!incident.IsPrivate) return;
        try
        {
            await deeds.InRoomAsync(() => slack.PostAsync(Post(before, Farewell, "farewell", attempt), cancellation));
            await deeds.InRoomAsync(() => slack.ArchiveAsync(before, cancellation));
        }
        catch (Exception no) when (no is RoomLostException or PromiseRefusedException)
        {
            Log.NotLeft(logger, incident.Id, no.Message);
        }
    }

    private async ValueTask<bool> UnarchivedAsync(string channel, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(options.UserToken)) return false;
        try
        {
            await slack.UnarchiveAsync(channel, cancellation);
            return true;
        }
        catch (SlackFaultException fault)
        {
            Log.NotUnarchived(logger, fault.Message);
            return false;
        }
    }

    private SlackPost Post(string channel, Message message, string what, Attempt attempt) =>
        new(channel, drawing.Of(message), $"{what}:{attempt.Key}") { MayBeThere = attempt.MayBeDone, Since = attempt.PromisedAt };

    private static readonly Message Farewell = new("This incident continues elsewhere. Whoever should see it is invited there; this channel is archived now.");

    private static Message Pointer(Incident incident, string? before) => new(incident.IsPrivate
        ? $"{incident.Id} is private now and continues here. What was said before stands in {before ?? "its earlier channel"}, where everybody could read it."
        : $"{incident.Id} is open again and continues here. What was said before stands in {before ?? "its earlier channel"}, which is archived.")
    {
        Controls = [new Link("Timeline", PagePaths.Incident(incident.Id))],
    };
}
