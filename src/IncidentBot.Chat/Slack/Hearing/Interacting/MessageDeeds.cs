using IncidentBot.Chat.Slack.Rooms;

namespace IncidentBot.Chat.Slack.Hearing.Interacting;

/// <summary>What can be made of a message.</summary>
/// <param name="Name">Slack's name for it (<c>callback_id</c>).</param>
/// <param name="Words">The line that it begins.</param>
internal sealed record MessageDeed(string Name, IReadOnlyList<string> Words)
{
    /// <summary>A key event of the timeline, or a note on it.</summary>
    public static readonly MessageDeed Timeline = new("timeline", ["note"]);

    /// <summary>All of them.</summary>
    private static readonly IReadOnlyList<MessageDeed> All = [Timeline, new("decision", ["decision"]), new("followup", ["followup", "add"])];

    /// <summary>The one with this name; null when there is none.</summary>
    public static MessageDeed? Of(string? name) => All.FirstOrDefault(deed => deed.Name == name);
}

/// <summary>Makes something of a message on an incident.</summary>
internal sealed class MessageDeeds(SlackDesk desk, ISlackRecall recall)
{
    /// <summary>Does it, or answers with the form that asks for the rest.</summary>
    public async ValueTask<Reply> DoAsync(Situation at, MessageDeed deed, IncidentId incident, ChosenMessage from, string? key, CancellationToken cancellation)
    {
        var line = deed == MessageDeed.Timeline ? await MarkAsync(at, incident, from, cancellation) : LineWriter.Line(incident, deed.Words);
        var reply = await desk.SayAsync(new Saying(at.User, line, IncidentId.House, key), cancellation);
        return reply.Form is { } form ? reply with { Form = form.Filled("text", from.WithSource) } : reply;
    }

    // What stands on the timeline already is marked there; anything else is noted, with who wrote it and where.
    private async ValueTask<string> MarkAsync(Situation at, IncidentId incident, ChosenMessage from, CancellationToken cancellation)
    {
        var isThere = at is { Channel: not null, Message: not null } && await desk.RoomAsync(at.Team, at.Channel, cancellation) == incident;
        return isThere && await recall.EntryOfAsync(at.Team, at.Channel!, at.Message!, cancellation) is { } entry
            ? LineWriter.Line(incident, "pin", $"{entry}")
            : LineWriter.Line(incident, "note", LineWriter.Quote(from.AsNote));
    }
}
