using System.Runtime.CompilerServices;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>A page of the audit.</summary>
/// <param name="Entries">The newest first.</param>
/// <param name="Next">Below which number the next page goes on; null when this is the last.</param>
public sealed record AuditPage(IReadOnlyList<Recorded> Entries, int? Next);

/// <summary>Reads the audit: everything on the house's timeline that is for its admins. Whoever asks has made sure that they are one.</summary>
public sealed class AuditBook(ITimelineStore store)
{
    private const int MostReads = 20;

    /// <summary>A page of what is wanted.</summary>
    /// <param name="filter">What is wanted.</param>
    /// <param name="before">Only entries below this number; null from the newest.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async ValueTask<AuditPage> ReadAsync(AuditFilter filter, int? before, int take, CancellationToken cancellation)
    {
        var found = new List<Recorded>();
        var below = before ?? await EndAsync(cancellation);
        for (var read = 0; read < MostReads && below > 1 && found.Count <= take; read++)
        {
            var (wanted, first) = await StretchAsync(filter, below, cancellation);
            found.AddRange(wanted);
            below = first;
        }
        if (found.Count > take) return new AuditPage(found[..take], found[take - 1].Number);
        return new AuditPage(found, below > 1 ? below : null);
    }

    /// <summary>Everything that is wanted, the newest first.</summary>
    public async IAsyncEnumerable<Recorded> AllAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var below = await EndAsync(cancellation); below > 1;)
        {
            var (wanted, first) = await StretchAsync(filter, below, cancellation);
            foreach (var entry in wanted) yield return entry;
            below = first;
        }
    }

    private async ValueTask<int> EndAsync(CancellationToken cancellation) => (await store.HeadAsync(IncidentId.House.Number, cancellation)).Number + 1;

    // What is wanted of the entries just below a number, and the first of them that was looked at; 1 when nothing earlier can be wanted.
    private async ValueTask<(IReadOnlyList<Recorded> Wanted, int First)> StretchAsync(AuditFilter filter, int below, CancellationToken cancellation)
    {
        var after = Math.Max(0, below - 1 - ITimelineStore.LargestPage);
        var page = await store.ReadStreamAsync(IncidentId.House.Number, after, below - 1 - after, cancellation);
        var wanted = page.Reverse().Select(StoredEvents.Read).Where(filter.Wants).ToList();
        return (wanted, page.Count == 0 || page[0].RecordedAt < filter.Since ? 1 : after + 1);
    }
}
