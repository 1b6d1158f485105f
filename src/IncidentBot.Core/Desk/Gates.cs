using System.Collections.Concurrent;

namespace IncidentBot;

/// <summary>
/// One turnstile per incident: decisions go through one after the other, so that they do not beat each other to the append.
/// Facts pass freely, unless a decision was beaten several times and asks them to wait a moment.
/// </summary>
internal sealed class Gates
{
    private readonly ConcurrentDictionary<IncidentId, Gate> gates = new();

    public Gate Of(IncidentId id) => gates.GetOrAdd(id, _ => new Gate());
}

[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose wait handle is never asked for holds nothing to dispose.")]
internal sealed class Gate
{
    private readonly SemaphoreSlim deciding = new(1, 1);
    private volatile TaskCompletionSource? closed;

    /// <summary>Waits for one's turn to decide; dispose to let the next one in.</summary>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellation)
    {
        await deciding.WaitAsync(cancellation);
        return new Turn(this);
    }

    /// <summary>Waits while a decision holds facts back.</summary>
    public ValueTask PassAsync(CancellationToken cancellation) =>
        closed is { } waiting ? new ValueTask(waiting.Task.WaitAsync(cancellation)) : ValueTask.CompletedTask;

    internal sealed class Turn(Gate gate) : IDisposable
    {
        /// <summary>Holds new facts back until this turn is over.</summary>
        public void HoldFacts() => gate.closed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose()
        {
            var waiting = gate.closed;
            gate.closed = null;
            gate.deciding.Release();
            waiting?.SetResult();
        }
    }
}
