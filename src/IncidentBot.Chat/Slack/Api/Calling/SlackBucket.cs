namespace IncidentBot.Chat.Slack.Api.Calling;

/// <summary>A pace: so many calls at once, then one per interval. Whoever comes too early gets a place in the queue.</summary>
/// <param name="interval">The time between calls.</param>
/// <param name="burst">How many may be made at once.</param>
internal sealed class SlackBucket(TimeSpan interval, int burst)
{
    // When the bucket is full again: each call moves it one interval on.
    private TimeSpan full = TimeSpan.Zero;

    /// <summary>How long a call made now would wait.</summary>
    public TimeSpan WaitAt(TimeSpan now) => Longer(full - interval * (burst - 1) - now, TimeSpan.Zero);

    /// <summary>Takes the next place.</summary>
    public void Take(TimeSpan now) => full = Longer(full, now) + interval;

    /// <summary>True when nobody came lately.</summary>
    public bool IsIdle(TimeSpan now) => full <= now;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
