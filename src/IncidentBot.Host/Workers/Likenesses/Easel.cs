using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Likenesses;

/// <summary>Draws incidents anew on one chat: each as it is at that moment and never twice within a short while, whatever came between.</summary>
internal sealed class Easel(IRedraws chat, IncidentDesk desk, IWorkersLease lease, TimeProvider clock, ILogger logger, CancellationToken cancellation) : IAsyncDisposable
{
    // What was drawn are rows of another subscriber than the feed's: it has no checkpoint to move.
    private const string Subscriber = "likenesses";
    private const int AtOnce = 4;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<IncidentId, Sitting> sittings = [];
    private readonly SemaphoreSlim brushes = new(AtOnce);
    private readonly Bell reached = new();

    /// <summary>The read model of what was drawn: by the incident's number, ranked by the last news that its drawing shows.</summary>
    public string Table { get; } = $"likenesses:{chat.Name}";

    /// <summary>Has an incident drawn anew, soon.</summary>
    public void Mark(IncidentId incident)
    {
        lock (gate)
        {
            if (sittings.TryGetValue(incident, out var sitting)) sitting.IsStale = true;
            else
            {
                sittings[incident] = sitting = new Sitting();
                sitting.Work = Task.Run(() => SitAsync(incident, sitting));
            }
        }
    }

    /// <summary>Waits until nothing is being drawn any more, which is soon after it was cancelled.</summary>
    public async ValueTask DisposeAsync()
    {
        Task all;
        lock (gate) all = Task.WhenAll(sittings.Values.Select(sitting => sitting.Work).ToList());
        await all;
        brushes.Dispose();
    }

    private async Task SitAsync(IncidentId incident, Sitting sitting)
    {
        try
        {
            do await DrawAsync(incident, sitting);
            while (GoesOn(incident, sitting));
        }
        catch (Exception end) when (end is LeaseLostException || cancellation.IsCancellationRequested)
        {
            // Another node draws now, or nobody does.
        }
        catch (StoreFencedException fenced)
        {
            Log.Fenced(logger, nameof(LikenessWorker), fenced.Message);
        }
    }

    private async Task DrawAsync(IncidentId incident, Sitting sitting)
    {
        sitting.IsStale = false;
        var next = reached.Next;
        var wait = await TryAsync(incident, sitting);
        // When the chat is back for one, it is back for all.
        if (sitting.Failures > 0) await Task.WhenAny(Task.Delay(wait, clock, cancellation), next);
        else await Task.Delay(wait, clock, cancellation);
        cancellation.ThrowIfCancellationRequested();
    }

    private async Task<TimeSpan> TryAsync(IncidentId incident, Sitting sitting)
    {
        await brushes.WaitAsync(cancellation);
        try
        {
            if (!await DrawNowAsync(incident)) return TimeSpan.Zero;
            if (sitting.Failures > 0) reached.Ring();
            sitting.Failures = 0;
            return Rest;
        }
        catch (FarSideBusyException busy)
        {
            sitting.IsStale = true;
            return busy.Wait > Rest ? busy.Wait : Rest;
        }
        catch (PromiseRefusedException refused)
        {
            Log.NotDrawn(logger, incident, chat.Name, refused.Message);
            return Rest;
        }
        catch (Exception fault) when (fault is not (StoreFencedException or LeaseLostException) && !cancellation.IsCancellationRequested)
        {
            sitting.IsStale = true;
            var wait = Rest * Math.Pow(2, Math.Min(sitting.Failures++, 10));
            if (sitting.Failures == 1) Log.DrawnLater(logger, incident, chat.Name, fault.Message);
            return wait < LongestWait ? wait : LongestWait;
        }
        finally
        {
            brushes.Release();
        }
    }

    private async Task<bool> DrawNowAsync(IncidentId id)
    {
        if (await desk.FindAsync(id, Person.Bot, cancellation) is not { } incident || !IsOn(incident)) return false;
        try
        {
            await RecordAsync(incident, await chat.RedrawAsync(incident, cancellation));
        }
        catch (RoomLostException lost)
        {
            await RecordAsync(incident, [new RoomChanged(chat.Name, incident.Rooms[chat.Name], lost.Fate)]);
        }
        var row = new ProjectionRow(Table, id.Number, incident.LastNews, "true"u8.ToArray());
        await lease.SaveAsync(
            incident.Stage.IsOpen() ? new ProjectionChanges(Subscriber, 0, [row], []) : new ProjectionChanges(Subscriber, 0, [], [(Table, id.Number)]), cancellation);
        return true;
    }

    private async ValueTask RecordAsync(Incident incident, IReadOnlyList<IncidentEvent> events)
    {
        foreach (var happened in events)
        {
            var key = $"likeness:{chat.Name}:{incident.Id.Number}:{incident.LastNews}:{StoredEvents.Data(happened)}";
            await desk.RecordAsync(incident.Id, [happened], Person.Bot, "worker", Recording.Fixed(key), cancellation: cancellation);
        }
    }

    private bool IsOn(Incident incident) =>
        incident.Rooms.ContainsKey(chat.Name) || incident.Cards.Keys.Any(card => card.StartsWith(CardPlaced.CardKey(chat.Name, ""), StringComparison.Ordinal));

    private bool GoesOn(IncidentId incident, Sitting sitting)
    {
        lock (gate)
        {
            if (sitting.IsStale) return true;
            sittings.Remove(incident);
            return false;
        }
    }

    private sealed class Sitting
    {
        public Task Work { get; set; } = Task.CompletedTask;

        public bool IsStale { get; set; }

        public int Failures { get; set; }
    }
}
