using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>
/// Tells what was known of an incident at a moment, however long its timeline is: record times ascend in a stream,
/// so that the entry is found by halving, and the state is a fold that goes on from a kept one.
/// </summary>
public sealed class Replays(ITimelineStore store)
{
    private readonly Snapshots snapshots = new(store);

    /// <summary>What was known at a moment as somebody typed it.</summary>
    /// <param name="incident">As it stands now.</param>
    /// <param name="text">The moment, or <c>#</c> and the number of an entry.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask<Replay> AtAsync(Incident incident, string text, DateTimeOffset now, CancellationToken cancellation) => ReplayPoint.Read(text, incident, now) switch
    {
        null => new Replay.Nothing(ReplayPoint.Unreadable(text)),
        { Entry: { } entry } => await AfterAsync(incident, entry, cancellation),
        var point => await AtAsync(incident, point.At!.Value, now, cancellation),
    };

    /// <summary>What was known at a moment.</summary>
    public async ValueTask<Replay> AtAsync(Incident incident, DateTimeOffset moment, DateTimeOffset now, CancellationToken cancellation)
    {
        if (moment > now.AddMinutes(1)) return new Replay.Nothing($"{Words.Second(moment)} is in the future. A replay tells what was known up to now.");
        var first = await EntryAsync(incident.Id, 1, cancellation);
        if (moment < first.RecordedAt)
            return new Replay.Nothing($"On {Words.Second(moment)} nothing was known of {incident.Id} yet: it was declared on {Words.Second(first.RecordedAt)}. Name a moment since then.");
        return await KnownAsync(incident, await LastByAsync(incident, moment, cancellation), moment, cancellation);
    }

    /// <summary>What was known just after an entry.</summary>
    public async ValueTask<Replay> AfterAsync(Incident incident, int number, CancellationToken cancellation) => number < 1 || number > incident.Number
        ? new Replay.Nothing($"{incident.Id} has no entry {number}: its timeline goes from 1 to {incident.Number}.")
        : await KnownAsync(incident, number, (await EntryAsync(incident.Id, number, cancellation)).RecordedAt, cancellation);

    private async ValueTask<Replay.Known> KnownAsync(Incident now, int number, DateTimeOffset moment, CancellationToken cancellation)
    {
        var last = StoredEvents.Read(await EntryAsync(now.Id, number, cancellation));
        // What is for admins alone is told to nobody here; the first entry never is.
        while (last.Event.IsForAdmins) last = StoredEvents.Read(await EntryAsync(now.Id, last.Number - 1, cancellation));
        return new Replay.Known(moment, await snapshots.AfterAsync(now, number, cancellation), last, now.Number);
    }

    // Entry 1 is known to be early enough; single entries are read, never pages.
    private async ValueTask<int> LastByAsync(Incident incident, DateTimeOffset moment, CancellationToken cancellation)
    {
        var (known, later) = (1, incident.Number + 1);
        while (later - known > 1)
        {
            var middle = known + ((later - known) / 2);
            if ((await EntryAsync(incident.Id, middle, cancellation)).RecordedAt <= moment) known = middle;
            else later = middle;
        }
        return known;
    }

    private async ValueTask<TimelineEntry> EntryAsync(IncidentId id, int number, CancellationToken cancellation) =>
        await store.ReadStreamAsync(id.Number, number - 1, 1, cancellation) is [var entry] ? entry : throw new InvalidOperationException($"{id} has no entry {number}.");
}
