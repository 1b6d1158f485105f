using System.Text.Json;
using IncidentBot.Chat.Slack.Hearing;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Hears messages of incidents' channels, and what becomes of them. What is said elsewhere is nobody's business here.</summary>
internal sealed class MessageEvents(RoomBook book, OwnVoice voice, Transcript transcript, Amendments amendments, Fates fates, ISlackCatchUp catchUp, SlackTally tally) : ISlackEvents
{
    /// <inheritdoc/>
    public bool Hears(string type) => type == "message";

    /// <inheritdoc/>
    public async ValueTask HearAsync(SlackEvent happened, CancellationToken cancellation)
    {
        if (happened.Body.Word("channel") is not { } channel || await book.FindAsync(SlackNames.Room(happened.Team, channel), cancellation) is not { } incident) return;
        var room = new SlackRoom(incident, happened.Team, channel);
        var at = happened.Body.Word("ts") ?? happened.Body.Word("event_ts") ?? SlackTime.Write(happened.At);
        var before = happened.Body.Part("previous_message") is { } previous ? SlackMessage.Read(previous) : null;
        switch (happened.Body.Word("subtype"))
        {
            case "message_changed" when Changed(happened.Body) is { IsTombstone: true } left:
                await amendments.DeleteAsync(room, left.Ts, before, at, cancellation);
                break;
            case "message_changed" when Changed(happened.Body) is { } now:
                await amendments.EditAsync(room, now, before, at, cancellation);
                break;
            case "message_deleted" when (happened.Body.Word("deleted_ts") ?? before?.Ts) is { } gone && SlackTime.Read(gone) is not null:
                await amendments.DeleteAsync(room, gone, before, at, cancellation);
                break;
            default:
                await TakeAsync(room, happened.Body, cancellation);
                break;
        }
    }

    private static SlackMessage? Changed(JsonElement body) => body.Part("message") is { } now && SlackMessage.Read(now) is { At: not null } message ? message : null;

    private async Task TakeAsync(SlackRoom room, JsonElement body, CancellationToken cancellation)
    {
        if (SlackMessage.Read(body) is not { At: not null } message)
        {
            tally.CountUnknown("message", body.Word("subtype"));
            return;
        }
        if (message.NewName is { } name) await fates.RecordAsync(room, RoomFate.Renamed, message.User, message.Ts, name, cancellation);
        else if (!MessageKinds.IsContent(message)) Ignore(message);
        // Whose it is cannot be told now; it is when Slack answers again.
        else if (await voice.WroteAsync(message, cancellation) is null) catchUp.Ask("a message came while Slack did not say who the bot is", room.Channel);
        else await transcript.TakeAsync(room, message, caughtUp: false, cancellation);
    }

    private void Ignore(SlackMessage message)
    {
        if (!MessageKinds.IsNoise(message)) tally.CountUnknown("message", message.Subtype);
    }
}
