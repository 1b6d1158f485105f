using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Checking;

/// <summary>Whether incidents can be announced where the settings say.</summary>
internal sealed class AnnounceCheck(ISlack slack, SlackOptions options)
{
    private const string Setting = $"{SlackOptions.Section}:{nameof(SlackOptions.AnnounceChannel)}";

    /// <summary>Looks at the channel.</summary>
    public async Task<Finding> ExamineAsync(SlackSelf self, CancellationToken cancellation)
    {
        if (options.AnnounceChannel is not { } id) return Finding.Note($"{Setting} is not set: incidents are announced nowhere in Slack.");
        try
        {
            return Of(await slack.ChannelAsync(id, cancellation), self);
        }
        catch (SlackFaultException unknown) when (unknown.Code == "channel_not_found")
        {
            return Finding.Wrong($"Slack knows no channel {id}, or the bot may not see it. Copy its ID from the channel's details into {Setting}; if it is private, invite the bot there: /invite and its name.");
        }
        catch (Exception no) when (SlackTrouble.Is(no))
        {
            return Finding.Wrong(no.Message);
        }
    }

    private static Finding Of(SlackChannel channel, SlackSelf self) => channel switch
    {
        { IsArchived: true } => Finding.Wrong($"#{channel.Name}, where incidents are announced, is archived. Unarchive it in Slack, or name another one in {Setting}."),
        { IsMember: false, IsPrivate: true } => NotThere(channel),
        { IsMember: false } when self.Scopes.Count > 0 && !self.Scopes.Contains("chat:write.public") => NotThere(channel),
        { IsShared: true } => Finding.Wrong($"#{channel.Name} is shared with other companies, so nothing is announced there. Name another one in {Setting}."),
        _ => Finding.Well($"Incidents are announced in #{channel.Name}."),
    };

    private static Finding NotThere(SlackChannel channel) => Finding.Wrong($"The bot is not in #{channel.Name}, where incidents are announced. Invite it there: /invite and its name.");
}
