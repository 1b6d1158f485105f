using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Records what becomes of messages after they were said: other words, no words, files that are gone.</summary>
internal sealed class Amendments(IncidentDesk desk, Shelf shelf, ITimelineStore store, Naming.ISlackPeople people, OwnVoice voice, Transcript transcript, Threads threads, Whispers whispers)
{
    /// <summary>Records that a message has new words. That its links were looked up, or its thread was answered, is no edit.</summary>
    /// <param name="room">The channel.</param>
    /// <param name="now">The message as it is now.</param>
    /// <param name="before">The message as it was; null when Slack did not say.</param>
    /// <param name="at">When that happened.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task EditAsync(SlackRoom room, SlackMessage now, SlackMessage? before, string at, CancellationToken cancellation)
    {
        if (!MessageKinds.IsContent(now) || await voice.WroteAsync(now, cancellation) != false) return;
        foreach (var gone in now.Files.Where(file => file.IsGone)) await DeleteAsync(room, now, SlackNames.File(room.Message(now.Ts), gone.Id), "", at, cancellation);
        if (before is null ? now.EditedTs is null : before.Text == now.Text) return;
        if (before is { Text.Length: > 0, At: not null }) await transcript.TakeAsync(room, before, threads.IsOld(before), cancellation);
        else await transcript.AwaitAsync(room.Message(now.Ts), cancellation);
        if (now.Text.Length == 0 || await HoldsAsync(room, now, cancellation)) return;

        var author = await transcript.OverheardAsync(room, now, caughtUp: false, cancellation);
        var edited = author with
        {
            By = now.EditedBy is { } user && user != now.User && !now.IsFromBot ? await people.PersonAsync(user, cancellation) : author.By,
            At = SlackTime.Read(now.EditedTs) is { } then && then > author.At ? then : SlackTime.Read(at) ?? author.At,
        };
        whispers.About(await desk.OverhearEditAsync(edited, now.Version(at), cancellation), room, now);
    }

    /// <summary>Records that a message and its files were deleted.</summary>
    /// <param name="room">The channel.</param>
    /// <param name="ts">The message.</param>
    /// <param name="last">The message as it was last; null when Slack did not say.</param>
    /// <param name="at">When it was deleted.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task DeleteAsync(SlackRoom room, string ts, SlackMessage? last, string at, CancellationToken cancellation)
    {
        var identity = room.Message(ts);
        await transcript.AwaitAsync(identity, cancellation);
        if (last is null ? !await WasSaidThereAsync(room, identity, cancellation) : !MessageKinds.IsContent(last) || await voice.WroteAsync(last, cancellation) != false) return;
        var message = last ?? new SlackMessage(ts);
        if (last is not null) await DeleteAsync(room, message, identity, message.Text, at, cancellation);
        else await desk.OverhearDeletionAsync(new Overheard(identity, "", SlackRoom.Somebody(room.Team), SlackNames.Via, room.Incident, TimeOf(at, ts)), TimeOf(at, ts), cancellation);
        foreach (var file in message.Files) await DeleteAsync(room, message, SlackNames.File(identity, file.Id), "", at, cancellation);
    }

    private async Task DeleteAsync(SlackRoom room, SlackMessage message, string identity, string words, string at, CancellationToken cancellation)
    {
        var last = await transcript.OverheardAsync(room, message with { Text = words }, caughtUp: false, cancellation);
        await desk.OverhearDeletionAsync(last with { Identity = identity }, TimeOf(at, message.Ts), cancellation);
    }

    // Words that were read back after they were changed hold that change already.
    private async ValueTask<bool> HoldsAsync(SlackRoom room, SlackMessage now, CancellationToken cancellation)
    {
        var incident = await shelf.GetAsync(room.Incident, cancellation);
        if (!incident.KnownMessages.TryGetValue(room.Message(now.Ts), out var entry)) return false;
        if (await EntryAsync(room, entry, cancellation) is { Event: MessagePosted { CaughtUp: true } } first && SlackTime.Read(now.EditedTs) <= first.RecordedAt) return true;
        return await EntryAsync(room, incident.EditedMessages.GetValueOrDefault(entry, entry), cancellation) switch
        {
            { Event: MessagePosted { Text: var text } } => text == (await people.PlainAsync(now.Text, cancellation)).Trim(),
            { Event: MessageEdited { Text: var text } } => text == (await people.PlainAsync(now.Text, cancellation)).Trim(),
            _ => false,
        };
    }

    // What the bot told of another room's words has their entry too: that it was deleted here deletes nothing there.
    private async ValueTask<bool> WasSaidThereAsync(SlackRoom room, string identity, CancellationToken cancellation) =>
        (await shelf.GetAsync(room.Incident, cancellation)).KnownMessages.TryGetValue(identity, out var entry)
        && await EntryAsync(room, entry, cancellation) is { Via: SlackNames.Via };

    private async ValueTask<Recorded?> EntryAsync(SlackRoom room, int number, CancellationToken cancellation) =>
        await store.ReadStreamAsync(room.Incident.Number, number - 1, 1, cancellation) is [var entry] ? StoredEvents.Read(entry) : null;

    private static DateTimeOffset TimeOf(string at, string ts) => SlackTime.Read(at) ?? SlackTime.Read(ts)!.Value;
}
