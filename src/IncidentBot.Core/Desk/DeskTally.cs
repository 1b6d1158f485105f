namespace IncidentBot;

/// <summary>How many lines a desk has answered and refused since it was opened.</summary>
public sealed class DeskTally
{
    private long answered;
    private long refused;

    /// <summary>Lines that did or told something.</summary>
    public long Answered => Interlocked.Read(ref answered);

    /// <summary>Lines that were refused.</summary>
    public long Refused => Interlocked.Read(ref refused);

    internal Reply Count(Reply reply)
    {
        if (reply.Refused) Interlocked.Increment(ref refused);
        else Interlocked.Increment(ref answered);
        return reply;
    }
}
