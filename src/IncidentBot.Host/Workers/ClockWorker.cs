using IncidentBot.Host.Workers.Reading;
using IncidentBot.Ports;

namespace IncidentBot.Host.Workers;

/// <summary>Tells the time: what is due becomes an event, once, on any number of nodes and also after a restart.</summary>
internal sealed class ClockWorker(
    ITimelineStore store, IncidentDesk desk, PolicyBook policies, ReadModels models, Duty duty, TimeProvider clock, ILogger<ClockWorker> logger)
    : DutyWorker(duty, clock, logger)
{
    private const int MostConflicts = 20;

    // For what should have fallen and did not: it is looked at again even if nothing happens.
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly TimeProvider clock = clock;

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var moved = models.DeadlinesMoved.Next;
            var next = await LookAsync(cancellation);
            using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(moved, Task.Delay(Until(next), clock, awake.Token));
            await awake.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Records what is due now, and tells when to look again at the latest.</summary>
    internal async ValueTask<DateTimeOffset> LookAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var settled = true;
        var due = new List<IncidentId>();
        await foreach (var row in Rows.AllAsync(store, Rows.Deadlines, cancellation, Microseconds.Of(now))) due.Add(new IncidentId(row.Id));
        foreach (var id in due) settled &= await FallAsync(id, now, cancellation);

        var next = await store.ReadRowsAsync(new RowQuery(Rows.Deadlines, Microseconds.Of(now) + 1, long.MaxValue, 1), cancellation);
        var at = next.Count > 0 ? Microseconds.ToInstant(next[0].Rank) : DateTimeOffset.MaxValue;
        return settled || at < now + Later ? at : now + Later;
    }

    private async ValueTask<bool> FallAsync(IncidentId id, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            return await FallOneByOneAsync(id, now, cancellation);
        }
        catch (Exception fault) when (fault is not (StoreFencedException or OperationCanceledException))
        {
            Log.NoDeadlines(logger, fault, id);
            return false;
        }
    }

    // Each rests on the incident as it is after the one before; whoever was faster is read first.
    private async ValueTask<bool> FallOneByOneAsync(IncidentId id, DateTimeOffset now, CancellationToken cancellation)
    {
        var fallenBefore = new HashSet<string>();
        for (var conflicts = 0; conflicts < MostConflicts;)
        {
            if (await desk.FindAsync(id, Person.Bot, cancellation) is not { } incident) return true;
            var deadline = Deadlines.Of(incident, policies.Current, now)
                .Where(deadline => Microseconds.Of(deadline.DueAt) <= Microseconds.Of(now) && !fallenBefore.Contains(deadline.Name))
                .MinBy(deadline => deadline.DueAt);
            if (deadline is null) return fallenBefore.Count == 0;

            var key = Recording.Fixed($"deadline:{id}:{deadline.Name}");
            switch (await desk.RecordAsync(id, [deadline.Falls], Person.Bot, "clock", key, incident.Number, cancellation))
            {
                case AppendOutcome.Conflicted:
                    conflicts++;
                    break;
                case AppendOutcome.Repeated or AppendOutcome.KeyTaken:
                    Log.FallenBefore(logger, deadline.Name, id);
                    fallenBefore.Add(deadline.Name);
                    break;
            }
        }
        return false;
    }

    private TimeSpan Until(DateTimeOffset next)
    {
        var span = next - clock.GetUtcNow();
        return span < TimeSpan.Zero ? TimeSpan.Zero : span > LongestSleep ? LongestSleep : span;
    }
}
