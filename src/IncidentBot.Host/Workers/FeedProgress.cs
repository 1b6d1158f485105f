namespace IncidentBot.Host.Workers;

/// <summary>How far this node has taken in the timeline. Whoever must see what was just recorded waits here, for a moment at most.</summary>
public sealed class FeedProgress(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Bell moved = new();
    private readonly Bell wanted = new();
    private long position;
    private long asked;

    /// <summary>True once open incidents are at hand and the lists have caught up with what was there at the start.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The last position that has been taken in.</summary>
    public long Position => Volatile.Read(ref position);

    /// <summary>Waits until the lists show everything up to a position; false when that takes too long.</summary>
    public async ValueTask<bool> CaughtUpAsync(long until, CancellationToken cancellation = default)
    {
        InterlockedMax(ref asked, until);
        wanted.Ring();
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        while (true)
        {
            var next = moved.Next;
            if (Position >= until) return true;
            try
            {
                await next.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    /// <summary>Completes when somebody begins to wait.</summary>
    internal Task Wanted => wanted.Next;

    /// <summary>True while somebody waits for more than was taken in.</summary>
    internal bool IsWanted => Volatile.Read(ref asked) > Position;

    internal void Reach(long reached)
    {
        InterlockedMax(ref position, reached);
        moved.Ring();
    }

    internal void Ready() => IsReady = true;

    private static void InterlockedMax(ref long target, long value)
    {
        for (var seen = Volatile.Read(ref target); seen < value;)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
