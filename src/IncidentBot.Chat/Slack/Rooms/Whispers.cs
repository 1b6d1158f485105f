using IncidentBot.Chat.Slack.Api;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Tells the author of a message, alone, what they should hear about it: that it looks like a secret, or what it could not become.</summary>
internal sealed class Whispers(ISlack slack, Afterwards afterwards)
{
    /// <summary>Whispers what there is to say; nothing when there is nothing.</summary>
    public void About(Reply reply, SlackRoom room, SlackMessage message)
    {
        if (!reply.IsAdvice || message.User is not { } user || message.IsFromBot) return;
        afterwards.Do($"whisper to {user} in {room.Channel}", cancellation =>
            slack.WhisperAsync(room.Channel, user, ReplyDrawing.Of(reply), message.ThreadTs, cancellation).AsTask());
    }
}
