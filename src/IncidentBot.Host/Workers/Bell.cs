namespace IncidentBot.Host.Workers;

/// <summary>Wakes whoever waits for something to change. Take <see cref="Next"/> before looking, so that no ring is missed.</summary>
internal sealed class Bell
{
    private TaskCompletionSource ringing = Quiet();

    /// <summary>Completes at the next ring.</summary>
    public Task Next => Volatile.Read(ref ringing).Task;

    /// <summary>Wakes all who wait.</summary>
    public void Ring() => Interlocked.Exchange(ref ringing, Quiet()).SetResult();

    private static TaskCompletionSource Quiet() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
