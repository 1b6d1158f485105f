using IncidentBot.Chat.Slack.Blocks;
using IncidentBot.Chat.Slack.Drawing;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>Draws the desk's answers so that what is pressed on them tells how fresh they were.</summary>
internal sealed class SlackReplies(SlackDrawing drawing, Shelf shelf)
{
    /// <summary>The answer as a message.</summary>
    public Drawn Of(Reply reply) => drawing.Of(reply, reply.Incident is { } id ? shelf.Find(id)?.LastNews ?? 0 : 0);

    /// <summary>The answer as a modal.</summary>
    public View Notice(Reply reply) => drawing.Notice(reply);
}
