using System.Collections.Concurrent;
using IncidentBot.Ports;

namespace IncidentBot.Stores.LiteDb;

/// <summary>Who keeps which group's read models. The data directory has one process, so a lease only keeps workers of this process apart.</summary>
internal sealed class Leases(LiteDbTimelineStore store)
{
    private readonly ConcurrentDictionary<string, Lease> _held = [];

    internal Lease? TryAcquire(string group)
    {
        var lease = new Lease(store, this, group);
        return _held.TryAdd(group, lease) ? lease : null;
    }

    internal bool Holds(Lease lease) => _held.GetValueOrDefault(lease.Group) == lease;

    internal void Release(Lease lease) => _held.TryRemove(KeyValuePair.Create(lease.Group, lease));
}

/// <summary>A lease that lasts until it is given back.</summary>
internal sealed class Lease(LiteDbTimelineStore store, Leases leases, string group) : IWorkersLease
{
    internal string Group => group;

    internal bool IsHeld => leases.Holds(this);

    /// <inheritdoc/>
    public CancellationToken Lost => store.Stopped;

    /// <inheritdoc/>
    public async ValueTask SaveAsync(ProjectionChanges changes, CancellationToken cancellation = default)
    {
        if (!IsHeld)
            throw Loss();
        await store.SaveAsync(this, changes, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        leases.Release(this);
        return ValueTask.CompletedTask;
    }

    internal LeaseLostException Loss() => new($"The lease of {group} was given back.");
}
