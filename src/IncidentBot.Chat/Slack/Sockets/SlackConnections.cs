using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Sockets;

/// <summary>How the connections to Slack stand, for whoever looks after the program.</summary>
public sealed class SlackConnections(TimeProvider clock)
{
    private readonly Lock changing = new();
    private DateTimeOffset? since;
    private string because = "";
    private long lastHeard;

    /// <summary>How many are open.</summary>
    public int Count { get; private set; }

    /// <summary>How many were opened since the start.</summary>
    public long Opened { get; private set; }

    /// <summary>When anything last came by any of them, if only a ping; null before the first.</summary>
    public DateTimeOffset? LastHeardAt => Interlocked.Read(ref lastHeard) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>How they stand, in words.</summary>
    public ChatStanding Standing
    {
        get
        {
            lock (changing) return new ChatStanding(Count > 0, Count > 0 ? Well() : Away(), since);
        }
    }

    /// <summary>One more is open; true when there was none.</summary>
    internal bool Came()
    {
        lock (changing)
        {
            (Count, Opened) = (Count + 1, Opened + 1);
            because = "";
            if (Count > 1) return false;
            since = clock.GetUtcNow();
            return true;
        }
    }

    /// <summary>One has ended.</summary>
    internal void Went()
    {
        lock (changing)
            if (--Count == 0) since = clock.GetUtcNow();
    }

    /// <summary>Something came.</summary>
    internal void Heard() => Interlocked.Exchange(ref lastHeard, clock.GetUtcNow().UtcTicks);

    /// <summary>One had to go, or could not be opened.</summary>
    internal void Tell(Departure departure)
    {
        if (departure is Departure.Recycled) return;
        lock (changing) because = departure.Because;
    }

    private string Well() =>
        $"Connected to Slack by {Words.Count(Count, "connection")} since {Words.Moment(since!.Value)}; something last came at {Words.Second(LastHeardAt!.Value)}."
        + (because.Length > 0 ? $" One more is missing: {because}" : "");

    private string Away() => since is { } lost
        ? $"Not connected to Slack since {Words.Moment(lost)}.{Because} The incident goes on in the war room; what is said in Slack meanwhile is read back later."
        : $"Not connected to Slack yet.{Because}";

    private string Because => because.Length > 0 ? $" {because}" : "";
}
