using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Reading;

/// <summary>Keeps the read models while this node holds the lease, and asks for the lease while it does not.</summary>
internal sealed class Keeper(ITimelineStore store, Shelf shelf, ReadModels models, FeedProgress progress, Duty duty, TimeProvider clock, ILogger<Keeper> logger)
{
    private const string Group = "workers";
    private const int MostPending = ITimelineStore.LargestPage;
    private const long TellEvery = 100_000;

    // Messages may wait this long for their rows, so that a lively room does not cost a write per message.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    private readonly List<Recorded> pending = [];
    private bool isUrgent;
    private long told;
    private long kept;
    private long pendingSince;
    private long askedAt;

    /// <summary>True while rows wait to be written.</summary>
    public bool IsBehind => duty.Lease is not null && told > kept;

    /// <summary>When to come again although nothing was recorded.</summary>
    public TimeSpan LooksAgainIn => duty.Lease is null ? AskAgain : IsBehind ? Rest : Timeout.InfiniteTimeSpan;

    /// <summary>Cancelled when another node has taken the work away.</summary>
    public CancellationToken Lost => duty.Lease?.Lost ?? CancellationToken.None;

    /// <summary>Catches up with everything recorded so far.</summary>
    public async ValueTask BeginAsync(long durable, CancellationToken cancellation)
    {
        told = durable;
        if (!await TakeUpAsync(cancellation)) await LookOnAsync(cancellation);
    }

    /// <summary>Takes in a page, now or with the next ones.</summary>
    public async ValueTask TakeInAsync(FeedPage page, CancellationToken cancellation)
    {
        if (!IsBehind) pendingSince = clock.GetTimestamp();
        told = Math.Max(told, page.Position);
        if (Lost.IsCancellationRequested) await LayDownAsync("the lease was lost.");
        if (duty.Lease is not { } lease)
        {
            progress.Reach(told);
            if (clock.GetElapsedTime(askedAt) >= AskAgain) await TakeUpAsync(cancellation);
            return;
        }
        pending.AddRange(page.Entries.Where(entry => entry.Position > kept));
        isUrgent |= page.IsUrgent;
        if (!IsBehind || !(isUrgent || progress.IsWanted || pending.Count >= MostPending || clock.GetElapsedTime(pendingSince) >= Rest)) return;
        await KeepAsync(lease, cancellation);
    }

    /// <summary>Lets another node work.</summary>
    public async ValueTask EndAsync()
    {
        if (duty.Lease is not { } lease) return;
        duty.LayDown();
        await lease.DisposeAsync();
    }

    private async ValueTask KeepAsync(IWorkersLease lease, CancellationToken cancellation)
    {
        try
        {
            await models.TakeInAsync(lease, pending, told, cancellation);
            Kept(told);
        }
        catch (LeaseLostException lost)
        {
            await LayDownAsync(lost.Message);
        }
    }

    private async ValueTask LayDownAsync(string because)
    {
        Log.LaidDown(logger, because);
        Kept(told);
        askedAt = clock.GetTimestamp();
        await EndAsync();
    }

    private void Kept(long position)
    {
        kept = position;
        pending.Clear();
        isUrgent = false;
        progress.Reach(kept);
    }

    private async ValueTask<bool> TakeUpAsync(CancellationToken cancellation)
    {
        askedAt = clock.GetTimestamp();
        if (await store.TryAcquireLeaseAsync(Group, cancellation) is not { } lease) return false;
        try
        {
            await CatchUpAsync(lease, cancellation);
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
        duty.TakeUp(lease);
        Log.TookUp(logger, shelf.Open.Count, models.OpenPromises, kept);
        return true;
    }

    private async ValueTask CatchUpAsync(IWorkersLease lease, CancellationToken cancellation)
    {
        kept = await models.LoadAsync(cancellation);
        while (kept < told)
        {
            var page = await FeedPage.ReadAsync(store, kept, logger, cancellation);
            await models.TakeInAsync(lease, page.Entries, page.Position, cancellation);
            if (page.Position / TellEvery > kept / TellEvery) Log.CatchingUp(logger, page.Position, told);
            kept = page.Position;
        }
        await models.JudgeAnewAsync(lease, kept, cancellation);
        Kept(kept);
    }

    // Another node keeps the rows; what they do not show yet is looked up, so that every open incident is on the shelf here too.
    private async ValueTask LookOnAsync(CancellationToken cancellation)
    {
        for (var position = await models.LoadAsync(cancellation); position < told;)
        {
            var page = await FeedPage.ReadAsync(store, position, logger, cancellation);
            foreach (var id in page.Entries.Select(entry => entry.Incident).Distinct()) await shelf.GetAsync(id, cancellation);
            position = page.Position;
        }
        progress.Reach(told);
    }
}
