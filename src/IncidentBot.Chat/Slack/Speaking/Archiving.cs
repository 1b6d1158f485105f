using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Drawing;

namespace IncidentBot.Chat.Slack.Speaking;

/// <summary>Puts ended incidents' channels away, after a last word.</summary>
internal sealed class Archiving(ISlack slack, SlackDrawing drawing, Discretion discretion, SlackDeeds deeds)
{
    /// <summary>Says the last word, once, and archives the channel. Archiving takes the bot out of it, so nothing can follow.</summary>
    public async ValueTask ArchiveAsync(Incident incident, CancellationToken cancellation)
    {
        var room = incident.Rooms[SlackNames.Chat];
        var channel = SlackNames.ChannelOf(room)!;
        if (await discretion.MaySpeakAsync(incident, cancellation)) await SayAsync(incident, room, channel, cancellation);
        await deeds.InRoomAsync(() => slack.ArchiveAsync(channel, cancellation));
    }

    private async ValueTask SayAsync(Incident incident, string room, string channel, CancellationToken cancellation)
    {
        var word = new SlackPost(channel, drawing.Of(LastWord(incident)), $"last:{incident.Id}:{room}:{incident.EndedAt:O}") { MayBeThere = true, Since = incident.RoomsLapsedAt ?? incident.EndedAt };
        await deeds.InRoomAsync(() => slack.PostAsync(word, cancellation));
    }

    private static Message LastWord(Incident incident) => new($"{incident.Id} has ended, and this channel is archived now. Its timeline and its review stay.")
    {
        About = incident.Id,
        Controls = [new Link("Timeline", PagePaths.Incident(incident.Id)), new Link("Review", PagePaths.Review(incident.Id))],
    };
}
