namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Finds the entry of a message on the timeline, and has it recorded when it is not there yet.</summary>
internal sealed class Recall(RoomBook book, Shelf shelf, Transcript transcript, Threads threads) : ISlackRecall
{
    /// <inheritdoc/>
    public async ValueTask<int?> EntryOfAsync(string team, string channel, string ts, CancellationToken cancellation = default)
    {
        if (await book.FindAsync(SlackNames.Room(team, channel), cancellation) is not { } incident) return null;
        var room = new SlackRoom(incident, team, channel);
        await transcript.AwaitAsync(room.Message(ts), cancellation);
        if (await EntryAsync(room, ts, cancellation) is { } known) return known;
        await threads.FetchAsync(transcript, room, ts, cancellation);
        return await EntryAsync(room, ts, cancellation);
    }

    private async ValueTask<int?> EntryAsync(SlackRoom room, string ts, CancellationToken cancellation) =>
        (await shelf.GetAsync(room.Incident, cancellation)).EntryOf(room.Message(ts));
}
