namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Knows the channels in which incidents are run: of open ones, and of ended ones while they are not archived.</summary>
internal sealed class InRooms(Shelf shelf, IncidentCatalog catalog, PolicyBook policies, TimeProvider clock)
{
    private const int MostEnded = 500;
    private static readonly TimeSpan WithoutPolicy = TimeSpan.FromDays(30);

    /// <summary>The channels of open incidents that are heard.</summary>
    public IReadOnlyList<SlackRoom> Open() => [.. shelf.Open.Where(incident => !incident.RoomFates.ContainsKey(SlackNames.Chat)).Select(SlackRoom.Of).OfType<SlackRoom>()];

    /// <summary>Every channel in which something may still be said, or one of them.</summary>
    public async IAsyncEnumerable<SlackRoom> AllAsync(string? channel)
    {
        foreach (var incident in shelf.Open)
            if (SlackRoom.Of(incident) is { } room && (channel is null || room.Channel == channel)) yield return room;
        var since = clock.GetUtcNow() - (policies.Current.ArchiveRoomsAfter ?? WithoutPolicy) - TimeSpan.FromDays(1);
        foreach (var ended in await catalog.ListAsync(new IncidentFilter { Open = false }, Person.Bot, before: null, MostEnded, CancellationToken.None))
        {
            if (ended.EndedAt is not { } end || end < since) continue;
            var incident = await shelf.GetAsync(ended.Id, CancellationToken.None);
            if (SlackRoom.Of(incident) is { } room && (channel is null || room.Channel == channel) && incident.RoomFates.GetValueOrDefault(SlackNames.Chat, RoomFate.Renamed) != RoomFate.Archived) yield return room;
        }
    }
}
