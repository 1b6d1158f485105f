using IncidentBot.Ports;

namespace IncidentBot.Host.Workers;

/// <summary>Whether this node is the one that works. One node at a time holds the lease; it takes up the work once its read models are up to date.</summary>
internal sealed class Duty
{
    private readonly Lock gate = new();
    private readonly Bell changed = new();
    private TaskCompletionSource<IWorkersLease> taken = Free();

    /// <summary>Completes when the duty is next taken up or laid down.</summary>
    public Task Changed => changed.Next;

    /// <summary>The lease, as soon as this node holds it and is ready to work.</summary>
    public Task<IWorkersLease> TakenUpAsync(CancellationToken cancellation)
    {
        lock (gate) return taken.Task.WaitAsync(cancellation);
    }

    /// <summary>The lease while this node works under it; null while another one works.</summary>
    public IWorkersLease? Lease
    {
        get
        {
            lock (gate) return taken.Task.IsCompletedSuccessfully ? taken.Task.Result : null;
        }
    }

    /// <summary>The work begins.</summary>
    public void TakeUp(IWorkersLease lease)
    {
        lock (gate) taken.SetResult(lease);
        changed.Ring();
    }

    /// <summary>Another node works now.</summary>
    public void LayDown()
    {
        lock (gate) taken = Free();
        changed.Ring();
    }

    private static TaskCompletionSource<IWorkersLease> Free() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
