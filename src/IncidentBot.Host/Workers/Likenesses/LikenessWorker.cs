using IncidentBot.Host.Workers.Reading;
using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Likenesses;

/// <summary>Keeps what stands of incidents on chats (cards, topics, announcements) like the incidents themselves: whatever moved is drawn anew.</summary>
internal sealed class LikenessWorker(
    ITimelineStore store, IncidentDesk desk, Shelf shelf, LiveFeed live, IWaiting waiting, IEnumerable<IChat> chats, Duty duty, TimeProvider clock, ILogger<LikenessWorker> logger)
    : DutyWorker(duty, clock, logger)
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(10);

    private readonly IReadOnlyList<IRedraws> chats = [.. chats.OfType<IRedraws>()];
    private readonly Duty duty = duty;
    private readonly TimeProvider clock = clock;
    private readonly ILogger logger = logger;

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        var lease = await duty.TakenUpAsync(cancellation);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var easels = chats.Select(chat => new Easel(chat, desk, lease, clock, logger, all.Token)).ToList();
        try
        {
            if (easels.Count == 0) await Task.Delay(Timeout.InfiniteTimeSpan, clock, all.Token);
            var glancing = GlanceAsync(easels, all.Token);
            var first = await Task.WhenAny(FollowAsync(easels, all.Token), glancing);
            await first;
        }
        finally
        {
            await all.CancelAsync();
            foreach (var easel in easels) await easel.DisposeAsync();
        }
    }

    // Who fell too far behind to be told looks at all that is open.
    private async Task FollowAsync(IReadOnlyList<Easel> easels, CancellationToken cancellation)
    {
        while (true)
        {
            using var listener = live.Listen();
            foreach (var easel in easels) await MarkBehindAsync(easel, cancellation);
            await foreach (var entry in listener.Entries.ReadAllAsync(cancellation))
                if (Moves(entry)) foreach (var easel in easels) easel.Mark(entry.Incident);
        }
    }

    // What waits is told on cards, and neither begins nor ends with news.
    private async Task GlanceAsync(IReadOnlyList<Easel> easels, CancellationToken cancellation)
    {
        var waited = new HashSet<IncidentId>();
        while (true)
        {
            await Task.Delay(Glance, clock, cancellation);
            var waits = waiting.All.Select(promise => promise.Id.Incident).Where(incident => !incident.IsHouse).ToHashSet();
            foreach (var incident in waits.Union(waited).Except(waits.Intersect(waited)))
                foreach (var easel in easels) easel.Mark(incident);
            waited = waits;
        }
    }

    private async Task MarkBehindAsync(Easel easel, CancellationToken cancellation)
    {
        var drawn = new Dictionary<IncidentId, long>();
        await foreach (var row in Rows.AllAsync(store, easel.Table, cancellation)) drawn[new IncidentId(row.Id)] = row.Rank;
        foreach (var incident in shelf.Open)
            if (incident.LastNews > drawn.GetValueOrDefault(incident.Id, -1)) easel.Mark(incident.Id);
        foreach (var ended in drawn.Keys.Except(shelf.Open.Select(incident => incident.Id))) easel.Mark(ended);
    }

    private static bool Moves(Recorded entry) =>
        !entry.Incident.IsHouse && (entry.Event.Prominence != Prominence.Housekeeping || entry.Event is RoomOpened);
}
