using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Speaking.Likenesses;

/// <summary>The links in the bar of an incident's channel: to its timeline and to its review, where people can reach them.</summary>
internal sealed class RoomBookmarks(ISlack slack, SlackPages pages, SlackDeeds deeds, ILogger<RoomBookmarks> logger)
{
    /// <summary>What they are called among what stands of an incident.</summary>
    public const string Card = "bookmarks";

    /// <summary>Puts them there, once in each channel.</summary>
    public async ValueTask<IReadOnlyList<IncidentEvent>> DrawAsync(Incident incident, string room, CancellationToken cancellation)
    {
        if (pages.Address is null || incident.Cards.GetValueOrDefault(CardPlaced.CardKey(SlackNames.Chat, Card)) == room) return [];
        try
        {
            var channel = SlackNames.ChannelOf(room)!;
            await deeds.InRoomAsync(() => slack.BookmarkAsync(channel, "Timeline", pages.Of(PagePaths.Incident(incident.Id))!, ":scroll:", cancellation));
            await deeds.InRoomAsync(() => slack.BookmarkAsync(channel, "Review", pages.Of(PagePaths.Review(incident.Id))!, ":mag:", cancellation));
        }
        catch (PromiseRefusedException refused)
        {
            Log.NoBookmarks(logger, refused.Message);
        }
        return [new CardPlaced(SlackNames.Chat, Card, room)];
    }
}
