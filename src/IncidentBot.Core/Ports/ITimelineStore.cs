namespace IncidentBot.Ports;

/// <summary>
/// The timeline's memory: streams of entries (one per incident, stream 0 for the house) in one global order without holes.
/// What it acknowledges is on the device. Every twin sits the same exam, <c>TimelineStoreContract</c>.
/// </summary>
/// <remarks>
/// Cancellation ends the waiting, never an append that was accepted: its outcome is then unknown, and the same request
/// under the same key finds out. After a fault that makes the memory doubtful the store is fenced:
/// every call throws <see cref="StoreFencedException"/>, whose message says what happened and how to restore.
/// </remarks>
public interface ITimelineStore : IAsyncDisposable
{
    /// <summary>The most entries that one read returns.</summary>
    public const int LargestPage = 500;

    /// <summary>Appends all entries of the request, or none. Completes when they are on the device.</summary>
    ValueTask<AppendOutcome> AppendAsync(AppendRequest request, CancellationToken cancellation = default);

    /// <summary>What was first appended under this key, among at least the last 50,000 keys; null when it is not remembered.</summary>
    ValueTask<KeyMemory?> FindKeyAsync(string key, CancellationToken cancellation = default);

    /// <summary>Entries of one stream with numbers above <paramref name="afterNumber"/>, ascending; at most <paramref name="take"/> (1 to 500).</summary>
    ValueTask<IReadOnlyList<TimelineEntry>> ReadStreamAsync(long stream, int afterNumber, int take, CancellationToken cancellation = default);

    /// <summary>Entries of all streams after a global position, in the order of recording, durable ones only; at most <paramref name="take"/> (1 to 500).</summary>
    ValueTask<IReadOnlyList<TimelineEntry>> ReadFeedAsync(long afterPosition, int take, CancellationToken cancellation = default);

    /// <summary>The last entry's number and hash; number 0 and the zero hash for a stream that has none.</summary>
    ValueTask<StreamHead> HeadAsync(long stream, CancellationToken cancellation = default);

    /// <summary>The highest stream number in use; 0 when there is none but the house.</summary>
    ValueTask<long> LastStreamAsync(CancellationToken cancellation = default);

    /// <summary>Completes when an entry beyond this position is durable.</summary>
    ValueTask WaitAsync(long afterPosition, CancellationToken cancellation = default);

    /// <summary>Takes the lease of a group of workers, or null while another node holds it.</summary>
    ValueTask<IWorkersLease?> TryAcquireLeaseAsync(string group, CancellationToken cancellation = default);

    /// <summary>How far a subscriber has come, as a global position; 0 when it never saved.</summary>
    ValueTask<long> CheckpointAsync(string subscriber, CancellationToken cancellation = default);

    /// <summary>One row of a read model; null when there is none.</summary>
    ValueTask<ProjectionRow?> FindRowAsync(string table, long id, CancellationToken cancellation = default);

    /// <summary>Rows of a read model by rank.</summary>
    ValueTask<IReadOnlyList<ProjectionRow>> ReadRowsAsync(RowQuery query, CancellationToken cancellation = default);

    /// <summary>Whether the store can be written and read, and how far it is durable.</summary>
    StoreHealth Health { get; }
}

/// <summary>The right to keep one group's read models and checkpoints, held by one node at a time.</summary>
public interface IWorkersLease : IAsyncDisposable
{
    /// <summary>Cancelled when the lease is lost.</summary>
    CancellationToken Lost { get; }

    /// <summary>Writes row changes and the subscriber's checkpoint together, all or none. Throws <see cref="LeaseLostException"/> when another node has taken over.</summary>
    /// <remarks>Durable with the next append at the latest: after a crash the subscriber may be asked again from an older checkpoint, with rows to match.</remarks>
    ValueTask SaveAsync(ProjectionChanges changes, CancellationToken cancellation = default);
}
