using Microsoft.Extensions.Hosting;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Notices when a channel becomes an incident's: what was said there before that was known is read.</summary>
internal sealed class OpenedRooms(LiveFeed feed, SlackCatchUp catchUp) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            using var listener = feed.Listen();
            await foreach (var entry in listener.Entries.ReadAllAsync(stoppingToken))
                if (entry.Event is RoomOpened { Chat: SlackNames.Chat, Room: var address } && SlackNames.ChannelOf(address) is { } channel)
                    catchUp.Open(new SlackRoom(entry.Incident, SlackNames.TeamOf(address)!, channel));
        }
    }
}
