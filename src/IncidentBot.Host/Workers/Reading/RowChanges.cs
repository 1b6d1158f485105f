using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Reading;

/// <summary>What one stretch of the feed changes in the read models.</summary>
internal sealed class RowChanges
{
    private readonly List<ProjectionRow> upserts = [];
    private readonly List<(string Table, long Id)> deletes = [];

    public void Write(ProjectionRow row) => upserts.Add(row);

    public void Remove(string table, long id) => deletes.Add((table, id));

    public ProjectionChanges UpTo(string subscriber, long position) => new(subscriber, position, upserts, deletes);
}
