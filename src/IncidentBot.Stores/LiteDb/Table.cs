using LiteDB;
using LiteDB.Engine;

namespace IncidentBot.Stores.LiteDb;

/// <summary>One LiteDB collection, read in pages by a key's range. Only the owner thread may call it.</summary>
internal sealed class Table(LiteEngine engine, string name)
{
    /// <summary>Documents whose key lies in the range, in the key's order.</summary>
    internal List<BsonDocument> Read(IndexedField key, BsonValue from, BsonValue to, int take, bool descending = false)
    {
        // Parameters only: a constant in the text is compiled and kept for ever (LiteDB #2807).
        var query = new Query
        {
            OrderBy = key.Path,
            Order = descending ? Query.Descending : Query.Ascending,
            Limit = take,
        };
        query.Where.Add(BsonExpression.Create(key.Range, from, to));
        return Take(query);
    }

    /// <summary>The document with the highest key.</summary>
    internal BsonDocument? Last(IndexedField key)
        => Take(new Query { OrderBy = key.Path, Order = Query.Descending, Limit = 1 }) is [var last] ? last : null;

    internal BsonDocument? Find(BsonValue id) => Read(IndexedField.Id, id, id, 1) is [var only] ? only : null;

    internal void Insert(IEnumerable<BsonDocument> documents) => engine.Insert(name, documents, BsonAutoId.Int64);

    internal void Update(BsonDocument document)
    {
        if (engine.Update(name, [document]) != 1)
            throw new InvalidDataException($"{name} {document["_id"]} cannot be changed: the index does not know it");
    }

    internal void Upsert(IEnumerable<BsonDocument> documents) => engine.Upsert(name, documents, BsonAutoId.Int64);

    internal void Delete(IEnumerable<BsonValue> ids) => engine.Delete(name, ids);

    /// <summary>Removes all documents and indexes.</summary>
    internal void Clear() => engine.DropCollection(name);

    internal void Index(IndexedField key) => engine.EnsureIndex(name, key.Name, key.Path, unique: true);

    // Read to the end at once: a cursor that outlives the call keeps a lock (LiteDB #2790) and the log (#2814).
    private List<BsonDocument> Take(Query query)
    {
        using var reader = engine.Query(name, query);
        var found = new List<BsonDocument>();
        while (reader.Read())
            found.Add(reader.Current.AsDocument);
        return found;
    }
}

/// <summary>A field that a table can be read by.</summary>
internal sealed record IndexedField(string Name)
{
    internal static readonly IndexedField Id = new("_id");

    internal BsonExpression Path { get; } = BsonExpression.Create("$." + Name);

    internal string Range { get; } = $"$.{Name} BETWEEN @0 AND @1";
}
