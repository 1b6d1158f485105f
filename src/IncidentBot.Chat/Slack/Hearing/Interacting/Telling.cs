using IncidentBot.Chat.Slack.Api;

namespace IncidentBot.Chat.Slack.Hearing.Interacting;

/// <summary>Tells people what came of what they did: them alone, after the receipt, where they are.</summary>
internal sealed class Telling(ISlack slack, SlackReplies replies, Homes homes, Afterwards afterwards)
{
    /// <summary>Tells them.</summary>
    public void Tell(Situation at, Reply reply)
    {
        if (at.Answers is { } address) afterwards.Do(later => slack.RespondAsync(address, new SlackResponse(replies.Of(reply)), later));
        else if (at.IsHome && reply.Recorded.Count > 0) homes.Draw(at.User);
        else if (at is { IsHome: false, ViewId: { } open }) afterwards.Do(later => slack.UpdateViewAsync(open, replies.Notice(reply), later));
        else if (at.Trigger is { } trigger) afterwards.Do(async later => await slack.OpenViewAsync(trigger, replies.Notice(reply), later));
    }

    /// <summary>Tells them in a channel that the bot is in.</summary>
    public void Whisper(string channel, string user, Reply reply) => afterwards.Do(later => slack.WhisperAsync(channel, user, replies.Of(reply), cancellation: later));
}
