using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Rooms;

namespace IncidentBot.Chat.Slack.Hearing.Events;

/// <summary>A reaction on a message of an incident's channel is a line about it, where the settings know one for that emoji; taking it back is an entry too.</summary>
internal sealed class Reactions(
    SlackOptions options, ISlack slack, ISlackRecall recall, EntryWords words, Shelf shelf, Verbs verbs, SlackDesk desk, SlackForms forms, Answered answered, Afterwards afterwards, SlackReplies replies) : ISlackEvents
{
    private const string Added = "reaction_added";
    private const string Removed = "reaction_removed";

    public bool Hears(string type) => type is Added or Removed;

    public async ValueTask HearAsync(SlackEvent happened, CancellationToken cancellation)
    {
        var said = happened.Body;
        if (said.Text("reaction") is not { } reaction || options.Reactions.GetValueOrDefault(NameOf(reaction)) is not { } template) return;
        if (said.Text("item", "type") != "message" || said.Text("item", "channel") is not { } channel || said.Text("item", "ts") is not { } ts || said.Text("user") is not { } user) return;
        var room = await desk.RoomAsync(happened.Team, channel, cancellation);
        if (room.IsHouse || user == (happened.Bot ?? (await slack.SelfAsync(cancellation)).User)) return;
        if (await recall.EntryOfAsync(happened.Team, channel, ts, cancellation) is not { } entry) return;

        var isAdded = happened.Type == Added;
        // Several people may pin one message; the first of them has marked it.
        if (ReactionLine.IsPin(template, verbs) && (await shelf.GetAsync(room, cancellation)).Highlights.Contains(entry) == isAdded) return;
        var line = isAdded
            ? ReactionLine.Filled(template, entry, await words.OfAsync(room, entry, cancellation))
            : ReactionLine.TakenBack(template, NameOf(reaction), entry, verbs);
        var key = happened.Id.Length > 0 ? happened.Id : $"{happened.Type}:{reaction}:{channel}/{ts}:{said.Text("event_ts")}";
        var reply = await desk.SayAsync(new Saying(user, line, room, key), cancellation);
        if (reply.Form is { } form) reply = forms.Unopened(form);
        if (reply.Refused && answered.IsFirst($"reaction:{key}")) afterwards.Do(later => slack.WhisperAsync(channel, user, replies.Of(reply), null, later));
    }

    // A skin's tone makes no other line.
    private static string NameOf(string reaction) => reaction.Split("::", 2)[0];
}
