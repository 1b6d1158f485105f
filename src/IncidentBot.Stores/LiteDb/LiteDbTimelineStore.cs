using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Stores.LiteDb;

/// <summary>The timeline in one directory of this machine: the default, for one process, with nothing to set up.</summary>
public sealed class LiteDbTimelineStore : ITimelineStore, ITimelineCopies
{
    private readonly Standing _standing;
    private readonly Inbox _inbox;
    private readonly OwnerThread _owner;
    private readonly Leases _leases;
    private readonly Lazy<Task> _closed;

    private LiteDbTimelineStore(IDisk disk, TimeProvider time, ILogger logger, CheckpointPace pace)
    {
        _standing = new Standing(disk.Place, logger);
        _inbox = new Inbox(_standing);
        _leases = new Leases(this);
        Stopped = _standing.Stopped;
        _owner = new OwnerThread(disk, _inbox, _standing, time, logger, pace);
        _closed = new Lazy<Task>(CloseAsync);
    }

    /// <summary>Opens the data directory; throws <see cref="StoreUnavailableException"/> with a sentence for the operator when that cannot be.</summary>
    public static Task<LiteDbTimelineStore> OpenAsync(LiteDbOptions options, TimeProvider time, ILogger<LiteDbTimelineStore> logger)
        => OpenAsync(new LocalDisk(options.Path), time, logger);

    /// <summary>The same for a caller that cannot wait otherwise; the opening runs on a thread of its own.</summary>
    public static LiteDbTimelineStore Open(LiteDbOptions options, TimeProvider time, ILogger<LiteDbTimelineStore> logger)
        => OpenAsync(options, time, logger).GetAwaiter().GetResult();

    internal static async Task<LiteDbTimelineStore> OpenAsync(IDisk disk, TimeProvider time, ILogger logger, CheckpointPace? pace = null)
    {
        var store = new LiteDbTimelineStore(disk, time, logger, pace ?? CheckpointPace.Usual);
        try
        {
            await store._owner.Opened;
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public StoreHealth Health => new(_standing.Fenced, _standing.DurablePosition);

    internal CancellationToken Stopped { get; }

    /// <inheritdoc/>
    public async ValueTask<AppendOutcome> AppendAsync(AppendRequest request, CancellationToken cancellation = default)
    {
        var append = new Append(Demands.Sound(request));
        await _inbox.SendAsync(append, cancellation);
        return await append.Task.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<KeyMemory?> FindKeyAsync(string key, CancellationToken cancellation = default)
    {
        var sound = Demands.Key(key);
        var known = await AskAsync(ledger => ledger.Keys.Find(sound), cancellation);
        await DurableAsync(known?.Position ?? 0, cancellation);
        return known?.Memory;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TimelineEntry>> ReadStreamAsync(
        long stream, int afterNumber, int take, CancellationToken cancellation = default)
    {
        Demands.Stream(stream);
        Demands.Take(take);
        return AskAsync(ledger => ledger.Entries.Stream(stream, afterNumber, take, _standing.DurablePosition), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TimelineEntry>> ReadFeedAsync(long afterPosition, int take, CancellationToken cancellation = default)
    {
        Demands.Take(take);
        return AskAsync(ledger => ledger.Entries.Feed(afterPosition, take, _standing.DurablePosition), cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<StreamHead> HeadAsync(long stream, CancellationToken cancellation = default)
    {
        Demands.Stream(stream);
        var head = await AskAsync(ledger => ledger.Heads.Of(stream), cancellation);
        await DurableAsync(head.Position, cancellation);
        return new StreamHead(head.Number, head.Hash);
    }

    /// <inheritdoc/>
    public async ValueTask<long> LastStreamAsync(CancellationToken cancellation = default)
    {
        var last = await AskAsync(ledger => ledger.Heads.LastStream, cancellation);
        await DurableAsync(last.Position, cancellation);
        return last.Stream;
    }

    /// <inheritdoc/>
    public async ValueTask WaitAsync(long afterPosition, CancellationToken cancellation = default)
        => await _standing.WaitAsync(afterPosition, cancellation);

    /// <inheritdoc/>
    public ValueTask<IWorkersLease?> TryAcquireLeaseAsync(string group, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        _standing.Check();
        return ValueTask.FromResult<IWorkersLease?>(_leases.TryAcquire(Demands.Name(group)));
    }

    /// <inheritdoc/>
    public ValueTask<long> CheckpointAsync(string subscriber, CancellationToken cancellation = default)
    {
        var sound = Demands.Name(subscriber);
        return AskAsync(ledger => ledger.Checkpoints.Of(sound), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<ProjectionRow?> FindRowAsync(string table, long id, CancellationToken cancellation = default)
    {
        var sound = Demands.Name(table);
        return AskAsync(ledger => ledger.Rows.Find(sound, id), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ProjectionRow>> ReadRowsAsync(RowQuery query, CancellationToken cancellation = default)
    {
        var sound = Demands.Sound(query);
        return AskAsync(ledger => ledger.Rows.Read(sound), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<TimelineCopy> CopyAsync(string directory, CancellationToken cancellation = default)
        => new LedgerCopy(this, directory).MakeAsync(cancellation);

    /// <inheritdoc/>
    /// <remarks>Whoever closes it a second time waits until it is closed, and the directory free.</remarks>
    public ValueTask DisposeAsync() => new(_closed.Value);

    private async Task CloseAsync()
    {
        await _owner.CloseAsync();
        _inbox.Dispose();
        await _standing.DisposeAsync();
    }

    internal async Task SaveAsync(Lease lease, ProjectionChanges changes, CancellationToken cancellation)
    {
        var save = new Save(lease, Demands.Sound(changes));
        await _inbox.SendAsync(save, cancellation);
        await save.Task.WaitAsync(cancellation);
    }

    /// <summary>Forgets the read models: the next start builds them anew.</summary>
    internal async Task ForgetReadModelsAsync(CancellationToken cancellation)
    {
        var forget = new Forget();
        await _inbox.SendAsync(forget, cancellation);
        await forget.Task;
    }

    /// <summary>Lets the data file rest. Once that is accepted it is waited for: somebody must end it.</summary>
    internal async Task<FrozenData> FreezeAsync(CancellationToken cancellation)
    {
        var freeze = new Freeze();
        await _inbox.SendAsync(freeze, cancellation);
        return await freeze.Task;
    }

    /// <summary>Ends the rest; true when the data file did not change meanwhile.</summary>
    internal ValueTask<bool> ThawAsync(FrozenData frozen) => AskAsync(ledger => ledger.Thaw(frozen), CancellationToken.None);

    private async ValueTask<T> AskAsync<T>(Func<Ledger, T> question, CancellationToken cancellation)
    {
        var ask = new Ask<T>(question);
        await _inbox.SendAsync(ask, cancellation);
        return await ask.Task.WaitAsync(cancellation);
    }

    /// <summary>What is told must be on the device.</summary>
    private ValueTask DurableAsync(long position, CancellationToken cancellation)
        => position == 0 ? ValueTask.CompletedTask : WaitAsync(position - 1, cancellation);
}
