using System.Collections.Concurrent;

namespace IncidentBot.Chat.Slack.Speaking.Likenesses;

/// <summary>What this process drew last of each incident, so that what has not changed is not drawn again.</summary>
internal sealed class LastDrawn
{
    private const int MostRemembered = 2_000;

    private readonly ConcurrentDictionary<IncidentId, Drawings> drawings = new();
    private readonly ConcurrentQueue<IncidentId> order = new();

    /// <summary>The drawings of an incident.</summary>
    public Drawings Of(IncidentId incident)
    {
        var found = drawings.GetOrAdd(incident, id =>
        {
            order.Enqueue(id);
            return new Drawings();
        });
        while (drawings.Count > MostRemembered && order.TryDequeue(out var oldest)) drawings.TryRemove(oldest, out _);
        return found;
    }

    /// <summary>What was drawn last of one incident; null where this process has drawn nothing.</summary>
    internal sealed class Drawings
    {
        /// <summary>The announcement's digest.</summary>
        public string? Announcement { get; set; }

        /// <summary>Where the card stands.</summary>
        public SlackPlace? Card { get; set; }

        /// <summary>The card's digest.</summary>
        public string? CardDigest { get; set; }

        /// <summary>The card that was pinned, or could not be.</summary>
        public SlackPlace? Pinned { get; set; }

        /// <summary>The channel and its topic, as it was set or could not be.</summary>
        public (string Channel, string Topic)? Topic { get; set; }
    }
}
