using IncidentBot.Ports;

namespace IncidentBot.Web.Incidents;

/// <summary>A page of a timeline.</summary>
/// <param name="Show">What is shown of it.</param>
/// <param name="Entries">In order.</param>
/// <param name="From">The first number that was looked at.</param>
/// <param name="To">The last number that was looked at.</param>
/// <param name="Head">The last number that there is.</param>
public sealed record TimelinePage(TimelineShow Show, IReadOnlyList<Recorded> Entries, int From, int To, int Head)
{
    /// <summary>True when nothing later exists: new entries appear on this page.</summary>
    public bool IsLatest => To >= Head;
}

/// <summary>Reads timelines a page at a time, however long they are.</summary>
internal sealed class TimelinePages(ITimelineStore store, IncidentDesk desk)
{
    private const int Wanted = 100;
    private const int MostReads = 20;

    /// <summary>The hundred shown entries before a number.</summary>
    public async ValueTask<TimelinePage> BeforeAsync(Incident incident, TimelineShow show, int before, Person viewer, CancellationToken cancellation)
    {
        var entries = new List<Recorded>();
        var from = before;
        for (var read = 0; read < MostReads && from > 1 && entries.Count < Wanted; read++)
        {
            var step = read == 0 ? Wanted : ITimelineStore.LargestPage;
            var after = Math.Max(0, from - 1 - step);
            var found = await ReadAsync(incident, show, after, from - 1 - after, viewer, cancellation);
            var fitting = found.Skip(Math.Max(0, found.Count - (Wanted - entries.Count))).ToList();
            entries.InsertRange(0, fitting);
            from = fitting.Count < found.Count ? fitting[0].Number : after + 1;
        }
        return new TimelinePage(show, entries, from, before - 1, incident.Number);
    }

    /// <summary>The hundred shown entries after a number.</summary>
    public async ValueTask<TimelinePage> AfterAsync(Incident incident, TimelineShow show, int after, Person viewer, CancellationToken cancellation)
    {
        var entries = new List<Recorded>();
        var to = after;
        for (var read = 0; read < MostReads && to < incident.Number && entries.Count < Wanted; read++)
        {
            var step = Math.Min(incident.Number - to, read == 0 ? Wanted : ITimelineStore.LargestPage);
            var found = await ReadAsync(incident, show, to, step, viewer, cancellation);
            var fitting = found.Take(Wanted - entries.Count).ToList();
            entries.AddRange(fitting);
            to = fitting.Count < found.Count ? fitting[^1].Number : to + step;
        }
        return new TimelinePage(show, entries, after + 1, to, incident.Number);
    }

    private async ValueTask<IReadOnlyList<Recorded>> ReadAsync(Incident incident, TimelineShow show, int after, int take, Person viewer, CancellationToken cancellation)
    {
        var page = await store.ReadStreamAsync(incident.Id.Number, after, take, cancellation);
        var reader = await desk.RecogniseAsync(viewer, cancellation);
        return [.. page.Select(StoredEvents.Read).Where(entry => show.Shows(entry, incident) && Visibility.MayRead(reader, entry))];
    }
}
