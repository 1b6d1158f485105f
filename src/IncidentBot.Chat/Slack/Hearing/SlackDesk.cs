using System.Collections.Immutable;
using IncidentBot.Chat.Slack.Naming;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>Something that a person of Slack says at the desk, in whichever way they said it.</summary>
/// <param name="User">Who: a user of the workspace.</param>
/// <param name="Line">The line.</param>
/// <param name="Room">The incident in whose channel it was said; the house elsewhere.</param>
/// <param name="Key">What makes a repetition harmless; null when it only asks.</param>
internal sealed record Saying(string User, string Line, IncidentId Room, string? Key)
{
    /// <summary>Whom the mentions in it mean.</summary>
    public IReadOnlyDictionary<string, Person> Mentioned { get; init; } = ImmutableDictionary<string, Person>.Empty;
}

/// <summary>The desk, as people of Slack stand before it.</summary>
internal sealed class SlackDesk(IncidentDesk desk, ISlackPeople people, RoomBook rooms)
{
    /// <summary>The incident whose channel this is or was; the house when it is none's.</summary>
    public async ValueTask<IncidentId> RoomAsync(string team, string? channel, CancellationToken cancellation) =>
        channel is null ? IncidentId.House : await rooms.FindAsync(SlackNames.Room(team, channel), cancellation) ?? IncidentId.House;

    /// <summary>Answers a line.</summary>
    public async ValueTask<Reply> SayAsync(Saying saying, CancellationToken cancellation)
    {
        var by = await people.PersonAsync(saying.User, cancellation);
        return InSlack(await desk.HearAsync(new Heard(saying.Line, by, SlackNames.Via, saying.Room, saying.Key) { Mentioned = saying.Mentioned }, cancellation));
    }

    // In the browser the room is there at once; a channel is promised.
    private static Reply InSlack(Reply reply) => reply.Recorded.FirstOrDefault(entry => entry.Event is IncidentDeclared) is { Event: IncidentDeclared declared } entry
        ? reply with { Text = $"{entry.Incident} is declared: {declared.Severity} “{declared.Title}”. Its channel is being opened." }
        : reply;
}
