using IncidentBot.Chat.Slack.Api;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Reads one channel back onto its timeline: what is known is passed over, what is not is recorded, the oldest first.</summary>
internal sealed class ReadingBack(
    RoomCheck check, Gap gap, Marks marks, Shelf shelf, OwnVoice voice, Transcript transcript, Amendments amendments, Fates fates, TimeProvider clock, ILogger<ReadingBack> logger)
{
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    /// <summary>Does an errand. Throws what Slack throws when it does not answer: then it is to be done again.</summary>
    public async Task DoAsync(Errand errand, CancellationToken cancellation)
    {
        if (await voice.SelfAsync(cancellation) is null) throw new SlackAwayException("Slack does not say who the bot is, so its own words could not be told from others'.");
        if (await check.LookAsync(errand, cancellation) is not { } seen) return;
        var settled = clock.GetUtcNow() - Young;
        var incident = await shelf.GetAsync(errand.Room.Incident, cancellation);
        var mark = await marks.OfAsync(errand.Room, cancellation) ?? SlackTime.Write(incident.DeclaredAt);
        var messages = await gap.ReadAsync(errand, mark, cancellation);
        foreach (var message in messages)
            if (errand.Reading != Reading.Round || message.At <= settled) await TakeAsync(errand, message, message.At <= settled, cancellation);
        await check.NoteNameAsync(errand.Room, seen, cancellation);

        var after = await shelf.GetAsync(errand.Room.Incident, cancellation);
        if (after.KnownMessages.Count > incident.KnownMessages.Count) Log.ReadBack(logger, errand.Room.Incident, errand.Reading, messages.Count);
        if (messages.Count == 0) return;
        var whole = messages[^1].At <= settled ? messages[^1].Ts : SlackTime.Write(settled);
        if (SlackTime.IsAfter(whole, mark)) await marks.SetAsync(errand.Room, whole, cancellation);
    }

    private async Task TakeAsync(Errand errand, SlackMessage message, bool isSettled, CancellationToken cancellation)
    {
        var room = errand.Room;
        var known = (await shelf.PeekAsync(room.Incident, cancellation)).KnownMessages.ContainsKey(room.Message(message.Ts));
        if (message.NewName is { } name) await fates.RecordAsync(room, RoomFate.Renamed, message.User, message.Ts, name, cancellation);
        else if (message.IsTombstone && known) await amendments.DeleteAsync(room, message.Ts, last: null, message.Ts, cancellation);
        if (!MessageKinds.IsContent(message)) return;
        await transcript.TakeBackAsync(room, message, errand.Reading == Reading.Gap || isSettled, cancellation);
        if (known && message.EditedTs is { } edited) await amendments.EditAsync(room, message, before: null, edited, cancellation);
    }
}
