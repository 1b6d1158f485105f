using IncidentBot.Ports;
using IncidentBot.Stores;

namespace IncidentBot.TestKit;

public sealed partial class InMemoryTimelineStore
{
    private readonly Dictionary<(string Table, long Id), ProjectionRow> _rows = [];
    private readonly Dictionary<string, long> _checkpoints = [];
    private readonly Dictionary<string, Lease> _leases = [];

    /// <summary>Gives a group's lease to nobody in particular, as when another node takes over from one that fell silent.</summary>
    public void TakeLeaseAway(string group) => Locked(() => _leases.Remove(group, out var lease) ? lease : null)?.Lose();

    /// <inheritdoc/>
    public ValueTask<IWorkersLease?> TryAcquireLeaseAsync(string group, CancellationToken cancellation = default)
        => Answer<IWorkersLease?>(() => _leases.ContainsKey(group) ? null : _leases[group] = new Lease(this, group), cancellation);

    /// <inheritdoc/>
    public ValueTask<long> CheckpointAsync(string subscriber, CancellationToken cancellation = default)
        => Answer(() => _checkpoints.GetValueOrDefault(Demands.Name(subscriber)), cancellation);

    /// <inheritdoc/>
    public ValueTask<ProjectionRow?> FindRowAsync(string table, long id, CancellationToken cancellation = default)
        => Answer(() => _rows.GetValueOrDefault((Demands.Name(table), id)), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ProjectionRow>> ReadRowsAsync(RowQuery query, CancellationToken cancellation = default)
    {
        var sound = Demands.Sound(query);
        return Answer(() => Find(sound), cancellation);
    }

    private IReadOnlyList<ProjectionRow> Find(RowQuery query)
    {
        var inRange = _rows.Values.Where(row => row.Table == query.Table && row.Rank >= query.FromRank && row.Rank <= query.ToRank);
        var ordered = query.Descending ? inRange.OrderByDescending(Place) : inRange.OrderBy(Place);
        return [.. ordered.Where(row => query.After is not { } after || IsBehind(Place(row).CompareTo(after))).Take(query.Take)];

        static (long Rank, long Id) Place(ProjectionRow row) => (row.Rank, row.Id);
        bool IsBehind(int comparison) => query.Descending ? comparison < 0 : comparison > 0;
    }

    private bool Save(Lease lease, ProjectionChanges changes)
    {
        if (!_leases.TryGetValue(lease.Group, out var holder) || holder != lease)
            throw new LeaseLostException($"The lease of {lease.Group} is held by another.");
        if (Demands.GoesBack(changes, _checkpoints.GetValueOrDefault(changes.Subscriber)) is { } objection)
            throw objection;
        foreach (var gone in changes.Deletes)
            _rows.Remove(gone);
        foreach (var row in changes.Upserts)
            _rows[(row.Table, row.Id)] = row;
        _checkpoints[changes.Subscriber] = changes.Position;
        return true;
    }

    private sealed class Lease(InMemoryTimelineStore store, string group) : IWorkersLease
    {
        private readonly CancellationTokenSource _lost = new();

        public string Group => group;

        public CancellationToken Lost => _lost.Token;

        public void Lose() => _lost.Cancel();

        public async ValueTask SaveAsync(ProjectionChanges changes, CancellationToken cancellation = default)
        {
            var sound = Demands.Sound(changes);
            await store.Answer(() => store.Save(this, sound), cancellation);
        }

        public ValueTask DisposeAsync()
        {
            store.Locked(() => store._leases.GetValueOrDefault(group) == this && store._leases.Remove(group), evenFenced: true);
            return ValueTask.CompletedTask;
        }
    }
}
