using System.Collections.Frozen;
using IncidentBot.Chat.Slack.Hearing;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Hears what becomes of incidents' channels: renamed, archived, brought back, gone, or without the bot.</summary>
internal sealed class RoomEvents(RoomBook book, OwnVoice voice, Fates fates, SlackCatchUp catchUp) : ISlackEvents
{
    private static readonly FrozenDictionary<string, RoomFate> Known = new Dictionary<string, RoomFate>(StringComparer.Ordinal)
    {
        ["channel_rename"] = RoomFate.Renamed,
        ["group_rename"] = RoomFate.Renamed,
        ["channel_archive"] = RoomFate.Archived,
        ["group_archive"] = RoomFate.Archived,
        ["channel_unarchive"] = RoomFate.Unarchived,
        ["group_unarchive"] = RoomFate.Unarchived,
        ["channel_deleted"] = RoomFate.Gone,
        ["group_deleted"] = RoomFate.Gone,
        ["channel_left"] = RoomFate.BotRemoved,
        ["group_left"] = RoomFate.BotRemoved,
        ["member_left_channel"] = RoomFate.BotRemoved,
        ["member_joined_channel"] = RoomFate.BotReturned,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Hears(string type) => type == "channel_id_changed" || Known.ContainsKey(type);

    /// <inheritdoc/>
    public async ValueTask HearAsync(SlackEvent happened, CancellationToken cancellation)
    {
        if (happened.Type == "channel_id_changed")
        {
            if (happened.Body.Word("new_channel_id") is { } moved && await RoomAsync(happened, happened.Body.Word("old_channel_id"), cancellation) is { } old) await fates.MoveAsync(old, moved, cancellation);
            return;
        }
        var told = happened.Body.Part("channel");
        if (await RoomAsync(happened, happened.Body.Word("channel") ?? told?.Word("id"), cancellation) is not { } room) return;
        await HearAsync(happened, room, cancellation);
    }

    private async ValueTask HearAsync(SlackEvent happened, SlackRoom room, CancellationToken cancellation)
    {
        var fate = Known[happened.Type];
        var user = happened.Body.Word("user");
        switch (happened.Type)
        {
            case "member_left_channel" or "member_joined_channel" when !await voice.IsBotAsync(user, cancellation):
                return;
            // Who did it stands in another message of Slack's, which comes before what is asked for now is answered.
            case "channel_rename" or "group_rename" or "member_left_channel":
                catchUp.Ask($"Slack told {happened.Type}", room.Channel);
                return;
            case "member_joined_channel":
                user = happened.Body.Word("inviter");
                break;
        }
        user ??= happened.Body.Word("actor_id") ?? happened.Body.Word("actor");
        await fates.RecordAsync(room, fate, user, happened.Body.Word("event_ts") ?? happened.Id, name: null, cancellation);
        if (fate == RoomFate.Unarchived) catchUp.Return(room);
        if (fate == RoomFate.BotReturned) catchUp.Ask("the bot was let in again", room.Channel);
    }

    private async ValueTask<SlackRoom?> RoomAsync(SlackEvent happened, string? channel, CancellationToken cancellation) =>
        channel is not null && await book.FindAsync(SlackNames.Room(happened.Team, channel), cancellation) is { } incident ? new SlackRoom(incident, happened.Team, channel) : null;
}
