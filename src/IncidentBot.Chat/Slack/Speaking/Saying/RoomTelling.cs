using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Blocks;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Speaking.Saying;

/// <summary>Tells an incident's channel what was said and done elsewhere.</summary>
internal sealed class RoomTelling(ISlack slack, SlackDrawing drawing, GeneralChannel general, Threads threads, TellingWords words, Discretion discretion, SlackDeeds deeds)
{
    /// <summary>Tells it; answers with the identity of the message that does, or null when there is none.</summary>
    public async ValueTask<string?> TellAsync(Telling telling, CancellationToken cancellation)
    {
        if (telling.Incident.Id.IsHouse) return await ProposeAsync(telling, cancellation);
        if (!await discretion.MaySpeakAsync(telling.Incident, cancellation)) return null;
        switch (telling.Entry.Event)
        {
            case MessageEdited edit:
                return await AmendAsync(telling, edit.Entry, place => slack.UpdateAsync(place, drawing.Said(words.Timed(telling.Entry)), cancellation), cancellation);
            case MessageDeleted deletion:
                return await AmendAsync(telling, deletion.Entry, place => slack.DeleteAsync(place, cancellation), cancellation);
            default:
                return words.Of(telling) is { } drawn ? await PostAsync(telling, drawn, await threads.UnderAsync(telling, cancellation), cancellation) : null;
        }
    }

    // Our own copy is changed; what a person wrote in Slack is answered, for nobody else may change it.
    private async ValueTask<string?> AmendAsync(Telling telling, int message, Func<SlackPlace, ValueTask> amend, CancellationToken cancellation)
    {
        if (Copies.Of(telling.Incident, message) is not { } place) return null;
        if (await threads.IsOfPeopleAsync(telling.Incident, message, cancellation))
            return await PostAsync(telling, drawing.Said(words.Timed(telling.Entry)), await threads.RootOfAsync(telling.Incident, message, cancellation), cancellation);
        await deeds.InRoomAsync(async () =>
        {
            try
            {
                await amend(place);
            }
            catch (SlackFaultException gone) when (gone.Code == "message_not_found")
            {
                // Somebody has deleted it in Slack: it stays deleted.
            }
        });
        return null;
    }

    private async ValueTask<string?> PostAsync(Telling telling, Drawn drawn, string? thread, CancellationToken cancellation)
    {
        var room = telling.Incident.Rooms[SlackNames.Chat];
        var post = new SlackPost(SlackNames.ChannelOf(room)!, drawn, telling.Attempt.Key, thread) { MayBeThere = telling.Attempt.MayBeDone, Since = telling.Attempt.PromisedAt };
        var place = await deeds.InRoomAsync(() => slack.PostAsync(post, cancellation));
        return $"{room}/{place.Ts}";
    }

    private async ValueTask<string?> ProposeAsync(Telling telling, CancellationToken cancellation)
    {
        if (words.Of(telling) is not { } drawn || await general.FindAsync(cancellation) is not { } channel) return null;
        var team = (await deeds.DoAsync(() => slack.SelfAsync(cancellation))).Team;
        var post = new SlackPost(channel, drawn, telling.Attempt.Key) { MayBeThere = telling.Attempt.MayBeDone, Since = telling.Attempt.PromisedAt };
        var place = await deeds.DoAsync(() => slack.PostAsync(post, cancellation));
        return SlackNames.Message(team, place.Channel, place.Ts);
    }
}
