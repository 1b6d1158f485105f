using IncidentBot.Ports;

namespace IncidentBot.TestKit;

/// <summary>A timeline that counts the entries that are read from its streams.</summary>
public sealed class CountedReads(ITimelineStore store) : ITimelineStore
{
    /// <summary>How many entries were read since this was last set.</summary>
    public int Entries { get; set; }

    /// <inheritdoc/>
    public StoreHealth Health => store.Health;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TimelineEntry>> ReadStreamAsync(long stream, int afterNumber, int take, CancellationToken cancellation = default)
    {
        var page = await store.ReadStreamAsync(stream, afterNumber, take, cancellation);
        Entries += page.Count;
        return page;
    }

    /// <inheritdoc/>
    public ValueTask<AppendOutcome> AppendAsync(AppendRequest request, CancellationToken cancellation = default) => store.AppendAsync(request, cancellation);

    /// <inheritdoc/>
    public ValueTask<KeyMemory?> FindKeyAsync(string key, CancellationToken cancellation = default) => store.FindKeyAsync(key, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TimelineEntry>> ReadFeedAsync(long afterPosition, int take, CancellationToken cancellation = default) => store.ReadFeedAsync(afterPosition, take, cancellation);

    /// <inheritdoc/>
    public ValueTask<StreamHead> HeadAsync(long stream, CancellationToken cancellation = default) => store.HeadAsync(stream, cancellation);

    /// <inheritdoc/>
    public ValueTask<long> LastStreamAsync(CancellationToken cancellation = default) => store.LastStreamAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask WaitAsync(long afterPosition, CancellationToken cancellation = default) => store.WaitAsync(afterPosition, cancellation);

    /// <inheritdoc/>
    public ValueTask<IWorkersLease?> TryAcquireLeaseAsync(string group, CancellationToken cancellation = default) => store.TryAcquireLeaseAsync(group, cancellation);

    /// <inheritdoc/>
    public ValueTask<long> CheckpointAsync(string subscriber, CancellationToken cancellation = default) => store.CheckpointAsync(subscriber, cancellation);

    /// <inheritdoc/>
    public ValueTask<ProjectionRow?> FindRowAsync(string table, long id, CancellationToken cancellation = default) => store.FindRowAsync(table, id, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ProjectionRow>> ReadRowsAsync(RowQuery query, CancellationToken cancellation = default) => store.ReadRowsAsync(query, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => store.DisposeAsync();
}
