using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Reading;

/// <summary>A small read model that is all rank: which incidents are in it, and in which order. Known by heart, so that only changes are written.</summary>
internal sealed class RankTable(string name)
{
    private static readonly byte[] Nothing = "{}"u8.ToArray();

    private readonly Dictionary<long, long> ranks = [];

    /// <summary>The incidents in it.</summary>
    public IReadOnlyCollection<long> Ids => ranks.Keys;

    /// <summary>Learns by heart what the store holds.</summary>
    public async ValueTask LoadAsync(ITimelineStore store, CancellationToken cancellation)
    {
        ranks.Clear();
        await foreach (var row in Rows.AllAsync(store, name, cancellation)) ranks[row.Id] = row.Rank;
    }

    /// <summary>Puts an incident at a rank, or takes it out (null); true when that changes anything.</summary>
    public bool Put(long id, long? rank, RowChanges changes)
    {
        if (rank is not { } at)
        {
            if (!ranks.Remove(id)) return false;
            changes.Remove(name, id);
            return true;
        }
        if (ranks.TryGetValue(id, out var known) && known == at) return false;
        ranks[id] = at;
        changes.Write(new ProjectionRow(name, id, at, Nothing));
        return true;
    }
}
