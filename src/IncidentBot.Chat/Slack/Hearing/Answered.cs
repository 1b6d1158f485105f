namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>Remembers for a while what was answered aloud, so that what Slack delivers again is not answered again.</summary>
internal sealed class Answered
{
    private const int Most = 10_000;

    private readonly Lock gate = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>True for the first one who would answer this.</summary>
    public bool IsFirst(string what)
    {
        lock (gate)
        {
            if (!known.Add(what)) return false;
            order.Enqueue(what);
            if (order.Count > Most) known.Remove(order.Dequeue());
            return true;
        }
    }
}
