namespace IncidentBot.Chat.Slack.Api.Calling;

/// <summary>Lets calls through at Slack's pace: each method has its own, and so has each channel that is posted to. One for all callers.</summary>
internal sealed class SlackGate(TimeProvider clock)
{
    private const int MostParts = 1_000;

    private readonly Lock turn = new();
    private readonly Dictionary<string, SlackBucket> methods = [];
    private readonly Dictionary<string, SlackBucket> parts = [];
    private readonly Dictionary<string, TimeSpan> held = [];
    private readonly long begin = clock.GetTimestamp();

    /// <summary>The time by which the gate lets through.</summary>
    public TimeSpan Now => clock.GetElapsedTime(begin);

    /// <summary>Waits for the call's turn; throws <see cref="SlackBusyException"/> when that would be after <paramref name="latest"/>.</summary>
    public async ValueTask EnterAsync(SlackAsk ask, TimeSpan latest, CancellationToken cancellation)
    {
        for (var wait = Queue(ask, latest); wait > TimeSpan.Zero; wait = StillHeld(ask, latest)) await Task.Delay(wait, clock, cancellation);
    }

    /// <summary>Holds a method back for everybody, because Slack asked to wait.</summary>
    public void Hold(string method, TimeSpan wait)
    {
        lock (turn)
        {
            var until = Now + wait;
            if (held.GetValueOrDefault(method) < until) held[method] = until;
        }
    }

    // Who does not get a place in time takes none.
    private TimeSpan Queue(SlackAsk ask, TimeSpan latest)
    {
        lock (turn)
        {
            var now = Now;
            List<SlackBucket> buckets = [Of(methods, ask.Method, () => SlackPace.Of(ask.Method))];
            if (ask.Part is { } part) buckets.Add(Of(parts, $"{ask.Method} {part}", SlackPace.OfChannel));
            var wait = InTime(ask, buckets.Select(bucket => bucket.WaitAt(now)).Append(held.GetValueOrDefault(ask.Method) - now).Max(), latest);
            buckets.ForEach(bucket => bucket.Take(now));
            return wait;
        }
    }

    private TimeSpan StillHeld(SlackAsk ask, TimeSpan latest)
    {
        lock (turn) return InTime(ask, held.GetValueOrDefault(ask.Method) - Now, latest);
    }

    private TimeSpan InTime(SlackAsk ask, TimeSpan wait, TimeSpan latest) => wait > TimeSpan.Zero && Now + wait > latest ? throw new SlackBusyException(ask.Method, wait) : wait;

    private SlackBucket Of(Dictionary<string, SlackBucket> buckets, string key, Func<SlackBucket> make)
    {
        if (buckets.TryGetValue(key, out var known)) return known;
        if (buckets.Count >= MostParts)
            foreach (var idle in buckets.Where(bucket => bucket.Value.IsIdle(Now)).Select(bucket => bucket.Key).ToList()) buckets.Remove(idle);
        return buckets[key] = make();
    }
}
