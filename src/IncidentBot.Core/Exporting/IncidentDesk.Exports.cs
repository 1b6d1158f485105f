namespace IncidentBot;

/// <summary>The desk, where it writes down what leaves the house.</summary>
public sealed partial class IncidentDesk
{
    /// <summary>Records, before it is given, that somebody takes an incident's file away. The same file of the same timeline, taken again by the same person, is one export.</summary>
    public async ValueTask TakeAwayAsync(Incident incident, string file, Person by, string via, CancellationToken cancellation = default)
    {
        var key = Recording.Fixed($"export:{via}:{by.Id}:{incident.Id.Number}:{incident.Number}:{file}");
        await RecordAsync(IncidentId.House, [new ExportTaken(file, incident.Id)], by, via, key, expected: null, cancellation);
    }

    /// <summary>Records, before it is given, that somebody takes a file of the house away.</summary>
    public async ValueTask TakeAwayAsync(string file, Person by, string via, CancellationToken cancellation = default) =>
        await RecordAsync(IncidentId.House, [new ExportTaken(file)], by, via, key: null, expected: null, cancellation);
}
