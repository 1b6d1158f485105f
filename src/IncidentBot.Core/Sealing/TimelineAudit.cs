using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>Computes timelines anew and compares them with their seals, page by page, while everybody goes on writing.</summary>
public sealed class TimelineAudit
{
    private const int MostSealFaults = 5;

    private readonly ITimelineStore store;
    private readonly ISealBook book;
    private readonly List<TimelineFinding> found = [];
    private readonly List<SealClaim> doubtful = [];
    private readonly List<AuditFault> others = [];

    private TimelineAudit(ITimelineStore store, ISealBook book) => (this.store, this.book) = (store, book);

    /// <summary>Verifies one timeline.</summary>
    public static ValueTask<AuditReport> OfAsync(IncidentId id, ITimelineStore store, ISealBook book, CancellationToken cancellation) =>
        new TimelineAudit(store, book).ReportAsync(id, cancellation);

    /// <summary>Verifies everything that is recorded.</summary>
    public static ValueTask<AuditReport> OfAllAsync(ITimelineStore store, ISealBook book, CancellationToken cancellation) =>
        new TimelineAudit(store, book).ReportAsync(null, cancellation);

    private async ValueTask<AuditReport> ReportAsync(IncidentId? only, CancellationToken cancellation)
    {
        var seals = await book.ReadAsync(cancellation);
        others.AddRange(FaultsOf(seals));
        var genuine = seals.Where(kept => kept.Fault is null).Select(kept => kept.Seal).ToLookup(seal => seal.Stream);
        try
        {
            var last = only?.Number ?? Math.Max(await store.LastStreamAsync(cancellation), genuine.Select(stream => stream.Key).DefaultIfEmpty(0).Max());
            for (var stream = only?.Number ?? 0; stream <= last; stream++) await WalkAsync(new IncidentId(stream), genuine[stream], seals, cancellation);
            await SettleAsync(cancellation);
        }
        catch (StoreFencedException fenced)
        {
            others.Add(new AuditFault(null, $"The rest could not be read. {fenced.Message}"));
        }
        return new AuditReport(found, others, seals.Count);
    }

    private static IEnumerable<AuditFault> FaultsOf(IReadOnlyList<KeptSeal> seals)
    {
        var faults = seals.Where(kept => kept.Fault is not null).ToList();
        foreach (var kept in faults.Take(MostSealFaults)) yield return new AuditFault(null, $"The seals: {kept.Fault}.");
        if (faults.Count > MostSealFaults) yield return new AuditFault(null, $"The seals: {faults.Count - MostSealFaults} more cannot be believed.");
    }

    private async ValueTask WalkAsync(IncidentId id, IEnumerable<Seal> genuine, IReadOnlyList<KeptSeal> all, CancellationToken cancellation)
    {
        var walk = new TimelineWalk(id, genuine, new RedactionCheck());
        try
        {
            await ReadAsync(id, walk, cancellation);
        }
        catch (StoreFencedException fenced)
        {
            found.Add(walk.BrokenOff(fenced.Message));
            throw;
        }
        found.Add(walk.Finding());
        doubtful.AddRange(walk.Claims.Where(claim => !claim.IsBorneOutBy(all)));
    }

    // What was redacted while the timeline was read is looked at again, until it agrees or nothing has come meanwhile that could explain it.
    private async ValueTask ReadAsync(IncidentId id, TimelineWalk walk, CancellationToken cancellation)
    {
        int before;
        do
        {
            before = walk.Number;
            IReadOnlyList<TimelineEntry> page;
            do
            {
                page = await store.ReadStreamAsync(id.Number, walk.Number, ITimelineStore.LargestPage, cancellation);
            }
            while (page.All(walk.Take) && page.Count == ITimelineStore.LargestPage);
            foreach (var number in walk.Doubtful)
                foreach (var entry in await store.ReadStreamAsync(id.Number, number - 1, 1, cancellation)) walk.TakeAgain(entry);
        }
        while (walk.Doubtful.Count > 0 && walk.Number > before);
    }

    // A seal that was made while the timelines were read is in the book by now.
    private async ValueTask SettleAsync(CancellationToken cancellation)
    {
        if (doubtful.Count == 0) return;
        var seals = await book.ReadAsync(cancellation);
        others.AddRange(doubtful.Where(claim => !claim.IsBorneOutBy(seals)).Select(claim => new AuditFault(claim.Incident, claim.Fault(seals))));
    }
}
