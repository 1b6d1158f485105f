using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Chat.Slack.Hearing;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Tells the author of a message, alone, what they should hear about it: that it looks like a secret, or what it could not become.</summary>
internal sealed class Whispers(ISlack slack, SlackDrawing drawing, Shelf shelf, Afterwards afterwards)
{
    /// <summary>Whispers what there is to say, soon; nothing when there is nothing.</summary>
    public void About(Reply reply, SlackRoom room, SlackMessage message)
    {
        if (!reply.IsAdvice || message.User is not { } user || message.IsFromBot) return;
        var drawn = drawing.Of(reply, shelf.Find(room.Incident)?.LastNews ?? 0);
        afterwards.Do(cancellation => slack.WhisperAsync(room.Channel, user, drawn, message.ThreadTs, cancellation));
    }
}
