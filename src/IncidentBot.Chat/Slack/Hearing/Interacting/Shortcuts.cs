using System.Text.Json;
using IncidentBot.Chat.Slack.Drawing;

namespace IncidentBot.Chat.Slack.Hearing.Interacting;

/// <summary>Takes in what people call from Slack's menus: to declare, or to make something of a message.</summary>
internal sealed class Shortcuts(SlackDesk desk, SlackForms forms, MessageReader messages, MessageDeeds deeds, IncidentChoice choice, Telling telling, SlackTally tally)
{
    /// <summary>Takes one in.</summary>
    public async ValueTask<SlackAnswer> TakeAsync(Situation at, JsonElement payload, CancellationToken cancellation)
    {
        var called = payload.Text("callback_id");
        if (called is "declare") await DeclareAsync(at, from: null, cancellation);
        else if (called is "declare_message") await DeclareAsync(at, await messages.ReadAsync(at, payload, cancellation), cancellation);
        else if (MessageDeed.Of(called) is { } deed) await MakeAsync(at, deed, await messages.ReadAsync(at, payload, cancellation), cancellation);
        else tally.CountUnknown("shortcut", called);
        return SlackAnswer.Received;
    }

    private async ValueTask DeclareAsync(Situation at, ChosenMessage? from, CancellationToken cancellation)
    {
        var reply = await desk.SayAsync(new Saying(at.User, "declare", IncidentId.House, at.Trigger), cancellation);
        if (reply.Form is { } form && from is not null) reply = reply with { Form = form.Filled("title", Words.Brief(from.Text, Limits.Title)) };
        await GiveAsync(at, reply, IncidentId.House, from, cancellation);
    }

    // In an incident's channel it is about that incident; elsewhere about the only one, or the one that is picked.
    private async ValueTask MakeAsync(Situation at, MessageDeed deed, ChosenMessage from, CancellationToken cancellation)
    {
        var room = await desk.RoomAsync(at.Team, at.Channel, cancellation);
        IReadOnlyList<IncidentId> possible = room.IsHouse ? await choice.PossibleAsync(at.User, cancellation) : [room];
        if (possible is [var only]) await GiveAsync(at, await deeds.DoAsync(at, deed, only, from, at.Trigger, cancellation), room, from: null, cancellation);
        else if (possible.Count == 0) telling.Tell(at, await desk.SayAsync(new Saying(at.User, "list", IncidentId.House, Key: null), cancellation));
        else if (await choice.OpenAsync(at, deed, from, cancellation) is { } unopened) telling.Tell(at, unopened);
    }

    private async ValueTask GiveAsync(Situation at, Reply reply, IncidentId room, ChosenMessage? from, CancellationToken cancellation)
    {
        if (reply.Form is not { } form) telling.Tell(at, reply);
        else if (await forms.OpenAsync(form, at, new FormMemory(form, room, at.Channel) { From = from }, cancellation) is { } unopened) telling.Tell(at, unopened);
    }
}
