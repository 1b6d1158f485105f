using LiteDB;
using LiteDB.Engine;

namespace IncidentBot.Stores.LiteDb;

/// <summary>How far each subscriber has come.</summary>
internal sealed class CheckpointTable(LiteEngine engine)
{
    private readonly Table _table = new(engine, "checkpoints");
    private readonly Dictionary<string, long> _positions = [];

    internal long Of(string subscriber)
    {
        if (_positions.TryGetValue(subscriber, out var known))
            return known;
        return _positions[subscriber] = _table.Find(subscriber) is { } found ? Mapping.Whole(found, "p") : 0;
    }

    /// <summary>What a group will write; its later members must not go back behind it.</summary>
    internal void Move(string subscriber, long position) => _positions[subscriber] = position;

    internal void Clear()
    {
        _positions.Clear();
        _table.Clear();
    }

    internal void Write(string subscriber, long position)
        => _table.Upsert([new BsonDocument { ["_id"] = subscriber, ["p"] = position }]);
}
