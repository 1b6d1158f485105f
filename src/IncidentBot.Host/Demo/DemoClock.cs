namespace IncidentBot.Host.Demo;

/// <summary>
/// A clock that the script moves, so that a play without waiting has the times of one at human pace.
/// When the play is over it shows the time that it is.
/// </summary>
internal sealed class DemoClock(DateTimeOffset begin) : TimeProvider
{
    private const long Released = 0;

    private long stands = begin.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        Interlocked.Read(ref stands) is not Released and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : base.GetUtcNow();

    /// <summary>Moves on by a span.</summary>
    public void Advance(TimeSpan span) => Interlocked.Add(ref stands, span.Ticks);

    /// <summary>From here on it shows the time that it is.</summary>
    public void Release() => Interlocked.Exchange(ref stands, Released);
}
