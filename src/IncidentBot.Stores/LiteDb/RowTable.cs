using IncidentBot.Ports;
using LiteDB;
using LiteDB.Engine;

namespace IncidentBot.Stores.LiteDb;

/// <summary>The rows of all read models, by (table, id) and by (table, rank, id).</summary>
internal sealed class RowTable(LiteEngine engine)
{
    private static readonly IndexedField ByRank = new("o");
    private readonly Table _table = new(engine, "rows");

    internal void Create() => _table.Index(ByRank);

    internal void Clear()
    {
        _table.Clear();
        Create();
    }

    internal void Apply(ProjectionChanges changes)
    {
        if (changes.Deletes.Count > 0)
            _table.Delete(changes.Deletes.Select(gone => new BsonValue(RowKey.Id(gone.Table, gone.Id))));
        if (changes.Upserts.Count > 0)
            _table.Upsert(changes.Upserts.Select(Document));
    }

    internal ProjectionRow? Find(string table, long id)
        => _table.Find(RowKey.Id(table, id)) is { } found ? Row(table, found) : null;

    internal IReadOnlyList<ProjectionRow> Read(RowQuery query)
        => RowKey.Range(query) is { } range
            ? _table.Read(ByRank, range.From, range.To, query.Take, query.Descending).ConvertAll(found => Row(query.Table, found))
            : [];

    private static BsonDocument Document(ProjectionRow row) => new()
    {
        ["_id"] = RowKey.Id(row.Table, row.Id),
        ["o"] = RowKey.Rank(row.Table, row.Rank, row.Id),
        ["i"] = row.Id,
        ["r"] = row.Rank,
        ["j"] = row.Json.ToArray(),
    };

    private static ProjectionRow Row(string table, BsonDocument document)
        => new(table, Mapping.Whole(document, "i"), Mapping.Whole(document, "r"), Mapping.Bytes(document, "j"));
}
