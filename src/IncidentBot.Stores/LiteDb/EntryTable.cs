using IncidentBot.Ports;
using LiteDB;
using LiteDB.Engine;

namespace IncidentBot.Stores.LiteDb;

/// <summary>The entries, by their place in the world and by their place in their stream.</summary>
internal sealed class EntryTable(LiteEngine engine)
{
    private const int FewBackwards = 50;
    private static readonly IndexedField ByStream = new("k");
    private readonly Table _table = new(engine, "entries");

    internal void Create() => _table.Index(ByStream);

    internal void Insert(IReadOnlyList<BsonDocument> documents) => _table.Insert(documents);

    /// <summary>Exactly the entries of these positions: one that is missing is damage.</summary>
    internal List<BsonDocument> Documents(long from, long to)
    {
        if (from > to)
            return [];
        var found = _table.Read(IndexedField.Id, from, to, (int)(to - from + 1));
        for (var at = 0; at < found.Count; at++)
            Expect(from + at, Mapping.Whole(found[at], "_id"), "position");
        return found.Count == to - from + 1 ? found : throw Lost("position", from + found.Count);
    }

    internal IReadOnlyList<TimelineEntry> Feed(long after, int take, long durable)
    {
        var from = Math.Clamp(after, 0, durable) + 1;
        return [.. Documents(from, Math.Min(durable, from + take - 1)).Select(Mapping.Entry)];
    }

    internal IReadOnlyList<TimelineEntry> Stream(long stream, int after, int take, long durable)
    {
        var from = Math.Clamp(after, 0, Demands.LargestNumber) + 1L;
        if (from > Demands.LargestNumber)
            return [];
        var found = _table.Read(ByStream, StreamKey.Of(stream, (int)from), StreamKey.Of(stream, Demands.LargestNumber), take)
            .ConvertAll(Mapping.Entry);
        for (var at = 0; at < found.Count; at++)
            Expect(from + at, found[at].Number, NumberOf(stream));
        return found.FindAll(entry => entry.Position <= durable);
    }

    internal TimelineEntry? LastOf(long stream)
        => _table.Read(ByStream, StreamKey.Of(stream, 1), StreamKey.Of(stream, Demands.LargestNumber), 1, descending: true) is [var last]
            ? Mapping.Entry(last)
            : null;

    /// <summary>
    /// The key of the append that brought an entry: the first entry of that append carries it, and all of them were recorded in the same moment.
    /// It is looked for backwards, down to the entry above <paramref name="above"/>.
    /// </summary>
    internal (string Text, KeyMemory Memory)? KeyOf(long stream, int number, int above)
    {
        var moment = (long?)null;
        for (var last = number; last > above; last -= FewBackwards)
        {
            foreach (var document in Backwards(stream, last, Math.Max(above, last - FewBackwards)))
            {
                if ((moment ??= Mapping.RecordedAt(document)) != Mapping.RecordedAt(document))
                    return null;
                if (Mapping.Key(document) is { } key)
                    return key.Memory.LastNumber >= number ? key : null;
            }
        }
        return null;
    }

    /// <summary>Changes an entry that is there; only its writer's transaction ends it.</summary>
    internal void Change(long stream, int number, Action<BsonDocument> change)
    {
        var place = StreamKey.Of(stream, number);
        if (_table.Read(ByStream, place, place, 1) is not [var document])
            throw Lost(NumberOf(stream), number);
        change(document);
        _table.Update(document);
    }

    internal long LastPosition() => _table.Last(IndexedField.Id) is { } last ? Mapping.Whole(last, "_id") : 0;

    internal TimelineEntry? LastOfLastStream() => _table.Last(ByStream) is { } last ? Mapping.Entry(last) : null;

    private List<BsonDocument> Backwards(long stream, int from, int above)
        => _table.Read(ByStream, StreamKey.Of(stream, above + 1), StreamKey.Of(stream, from), from - above, descending: true);

    private static string NumberOf(long stream) => $"number of stream {stream}:";

    private static void Expect(long expected, long found, string what)
    {
        if (expected != found)
            throw Lost(what, expected);
    }

    private static InvalidDataException Lost(string what, long number) => new($"the entry with {what} {number} is missing");
}
