using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Speaking.Saying;

/// <summary>Finds the thread in a channel to which an entry belongs, and whose a message there is.</summary>
internal sealed class Threads(ITimelineStore store)
{
    private const int Deepest = 20;

    /// <summary>The message under which an entry is told as an answer; null when it answers none that stands there.</summary>
    public async ValueTask<string?> UnderAsync(Telling telling, CancellationToken cancellation) =>
        AnsweredBy(telling.Entry.Event) is { } answered ? await RootOfAsync(telling.Incident, answered, cancellation) : null;

    /// <summary>The first message of the thread that an entry is in; null when none of it stands in the channel.</summary>
    public async ValueTask<string?> RootOfAsync(Incident incident, int entry, CancellationToken cancellation)
    {
        var root = entry;
        for (var depth = 0; depth < Deepest && await AtAsync(incident, root, cancellation) is { } found && AnsweredBy(found.Event) is { } above && above < root; depth++) root = above;
        return (Copies.Of(incident, root) ?? Copies.Of(incident, entry))?.Ts;
    }

    /// <summary>True when a person wrote the message in Slack itself.</summary>
    public async ValueTask<bool> IsOfPeopleAsync(Incident incident, int entry, CancellationToken cancellation) =>
        await AtAsync(incident, entry, cancellation) is { Via: SlackNames.Via };

    private async ValueTask<Recorded?> AtAsync(Incident incident, int number, CancellationToken cancellation) =>
        await store.ReadStreamAsync(incident.Id.Number, number - 1, 1, cancellation) is [var entry] && entry.Number == number ? StoredEvents.Read(entry) : null;

    private static int? AnsweredBy(IncidentEvent happened) => happened switch
    {
        MessagePosted posted => posted.ReplyTo,
        FileShared file => file.ReplyTo,
        _ => null,
    };
}
