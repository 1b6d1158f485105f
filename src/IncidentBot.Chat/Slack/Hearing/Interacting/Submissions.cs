using System.Text.Json;
using IncidentBot.Chat.Slack.Drawing;

namespace IncidentBot.Chat.Slack.Hearing.Interacting;

/// <summary>Takes in what people fill in: a form completes its line.</summary>
internal sealed class Submissions(SlackDesk desk, FormReading reading, MessageDeeds deeds, SlackReplies replies, Telling telling, SlackTally tally)
{
    /// <summary>Takes one in.</summary>
    public async ValueTask<SlackAnswer> TakeAsync(Situation at, JsonElement view, CancellationToken cancellation)
    {
        switch (view.Text("callback_id"))
        {
            case SlackForm.Callback when SlackForm.Read(view) is { } filled:
                return await CompleteAsync(at, filled, cancellation);
            case IncidentChoice.Callback when IncidentChoice.Read(view) is var (deed, incident, asked):
                return await GoOnAsync(at with { Channel = asked.Channel, Message = asked.Ts }, deed, incident, asked.From, cancellation);
            case var other:
                tally.CountUnknown("view", other);
                return SlackAnswer.Received;
        }
    }

    private async ValueTask<SlackAnswer> CompleteAsync(Situation at, FilledForm filled, CancellationToken cancellation)
    {
        var said = await reading.SayingAsync(at, filled, cancellation);
        var reply = await desk.SayAsync(said, cancellation);
        if (reply.Refused) return new SlackAnswer(Answers.Error(FormFilling.BlankOf(reply.Text, filled.Blanks), reply.Text));
        if (reply.Form is { } more) return new SlackAnswer(Answers.Update(SlackForm.Draw(more, filled.Memory)));
        if (filled.Memory.From is { } from && reply.Incident is { } incident) await NoteAsync(said, incident, from, cancellation);
        return Tell(at, filled.Memory.Channel, filled.Memory.Room, reply);
    }

    // Where it came from stands on the new timeline, though no blank has a place for it.
    private async ValueTask NoteAsync(Saying said, IncidentId incident, ChosenMessage from, CancellationToken cancellation) =>
        await desk.SayAsync(said with { Line = LineWriter.Line(incident, "note", LineWriter.Quote(from.AsNote)), Key = said.Key + ":from", Room = IncidentId.House }, cancellation);

    private async ValueTask<SlackAnswer> GoOnAsync(Situation at, MessageDeed deed, IncidentId incident, ChosenMessage from, CancellationToken cancellation)
    {
        var reply = await deeds.DoAsync(at, deed, incident, from, at.ViewId, cancellation);
        return new SlackAnswer(
            reply.Refused ? Answers.Error("incident", reply.Text)
            : reply.Form is { } form ? Answers.Update(SlackForm.Draw(form, new FormMemory(form, IncidentId.House, at.Channel)))
            : Answers.Update(replies.Notice(reply)));
    }

    // In an incident's channel the bot may whisper; elsewhere it may not even be there, so the modal itself tells.
    private SlackAnswer Tell(Situation at, string? channel, IncidentId room, Reply reply)
    {
        if (channel is null || room.IsHouse) return new SlackAnswer(Answers.Update(replies.Notice(reply)));
        telling.Whisper(channel, at.User, reply);
        return SlackAnswer.Received;
    }
}
