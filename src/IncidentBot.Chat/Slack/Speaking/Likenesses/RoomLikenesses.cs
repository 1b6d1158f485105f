namespace IncidentBot.Chat.Slack.Speaking.Likenesses;

/// <summary>Draws what stands of an incident in its channel: the pinned card, the topic, the links in the bar.</summary>
internal sealed class RoomLikenesses(RoomCard card, RoomTopic topic, RoomBookmarks bookmarks, Discretion discretion)
{
    /// <summary>Draws what has changed; answers with what must be remembered.</summary>
    public async ValueTask<IReadOnlyList<IncidentEvent>> RedrawAsync(Incident incident, CancellationToken cancellation)
    {
        if (!incident.HasRoomOn(SlackNames.Chat) || !await discretion.MaySpeakAsync(incident, cancellation)) return [];
        var room = incident.Rooms[SlackNames.Chat];
        var placed = await card.DrawAsync(incident, room, cancellation);
        await topic.DrawAsync(incident, room, cancellation);
        return [.. placed, .. await bookmarks.DrawAsync(incident, room, cancellation)];
    }
}
