using IncidentBot.Ports;
using LiteDB;

namespace IncidentBot.Stores.LiteDb;

/// <summary>An entry as LiteDB keeps it: short names, whole numbers for times, exact bytes for the body.</summary>
internal static class Mapping
{
    /// <summary>An entry as it is first written; an erased one was written before.</summary>
    internal static BsonDocument Document(TimelineEntry entry) => new()
    {
        ["_id"] = entry.Position,
        [Fields.StreamKey] = StreamKey.Of(entry.Stream, entry.Number),
        [Fields.RecordedAt] = Microseconds.Of(entry.RecordedAt),
        [Fields.OccurredAt] = Microseconds.Of(entry.OccurredAt),
        [Fields.By] = entry.By.Id.Value,
        [Fields.ByName] = entry.By.Name,
        [Fields.ByClaimed] = entry.By.Claimed,
        [Fields.Via] = entry.Via,
        [Fields.Kind] = entry.Kind,
        [Fields.Salt] = entry.Salt.ToArray(),
        [Fields.Body] = entry.Body.ToArray(),
        [Fields.PreviousHash] = entry.PreviousHash.ToArray(),
        [Fields.Hash] = entry.Hash.ToArray(),
    };

    internal static TimelineEntry Entry(BsonDocument document)
    {
        var key = Whole(document, Fields.StreamKey);
        return new TimelineEntry(
            Whole(document, "_id"), StreamKey.Stream(key), StreamKey.Number(key),
            Microseconds.ToInstant(Whole(document, Fields.RecordedAt)), Microseconds.ToInstant(Whole(document, Fields.OccurredAt)),
            new Person(new PersonId(Text(document, Fields.By)), Text(document, Fields.ByName), document[Fields.ByClaimed].AsBoolean),
            Text(document, Fields.Via), Text(document, Fields.Kind),
            document.ContainsKey(Fields.Key) ? Text(document, Fields.Key) : "",
            Bytes(document, Fields.Salt), Bytes(document, Fields.Body), Bytes(document, Fields.PreviousHash), Bytes(document, Fields.Hash),
            document.ContainsKey(Fields.ErasedDigest) ? Bytes(document, Fields.ErasedDigest) : default);
    }

    /// <summary>Takes salt and body away; see <see cref="TimelineEntry.Erased"/>.</summary>
    internal static void Erase(BsonDocument document, ReadOnlyMemory<byte> remains)
    {
        var erased = Entry(document).Erased(remains);
        document[Fields.Salt] = erased.Salt.ToArray();
        document[Fields.Body] = erased.Body.ToArray();
        document[Fields.ErasedDigest] = erased.ErasedDigest.ToArray();
    }

    /// <summary>The key stays, the digest of its line goes: a short line could be guessed from it.</summary>
    internal static void ForgetLine(BsonDocument document) => document[Fields.KeyDigest] = BsonValue.Null;

    internal static long RecordedAt(BsonDocument document) => Whole(document, Fields.RecordedAt);

    /// <summary>The key goes with the first entry of its append, and what it was used for with it.</summary>
    internal static void AddKey(BsonDocument document, string text, KeyMemory memory)
    {
        document[Fields.Key] = text;
        document[Fields.KeyLast] = (long)memory.LastNumber;
        document[Fields.KeyDigest] = memory.LineDigest is { } digest ? unchecked((long)digest) : BsonValue.Null;
    }

    /// <summary>The key that an entry carries, if it was the first of a keyed append.</summary>
    internal static (string Text, KeyMemory Memory)? Key(BsonDocument document)
    {
        if (!document.ContainsKey(Fields.Key))
            return null;
        var place = Whole(document, Fields.StreamKey);
        return (Text(document, Fields.Key), new KeyMemory(
            StreamKey.Stream(place), StreamKey.Number(place), (int)Whole(document, Fields.KeyLast),
            document.TryGetValue(Fields.KeyDigest, out var digest) && digest.IsNull ? null : unchecked((ulong)Whole(document, Fields.KeyDigest))));
    }

    // LiteDB turns what is missing into zero or null without a word.
    internal static long Whole(BsonDocument document, string field)
        => document[field] is { IsInt64: true } value ? value.AsInt64 : throw Missing(document, field);

    internal static byte[] Bytes(BsonDocument document, string field)
        => document[field] is { IsBinary: true } value ? value.AsBinary : throw Missing(document, field);

    private static string Text(BsonDocument document, string field)
        => document[field] is { IsString: true } value ? value.AsString : throw Missing(document, field);

    private static InvalidDataException Missing(BsonDocument document, string field)
        => new($"entry {document["_id"]} has no readable field {field}");

    private static class Fields
    {
        internal const string StreamKey = "k";
        internal const string RecordedAt = "r";
        internal const string OccurredAt = "t";
        internal const string By = "a";
        internal const string ByName = "m";
        internal const string ByClaimed = "x";
        internal const string Via = "v";
        internal const string Kind = "d";
        internal const string Salt = "s";
        internal const string Body = "b";
        internal const string PreviousHash = "p";
        internal const string Hash = "h";
        internal const string Key = "c";
        internal const string KeyLast = "l";
        internal const string KeyDigest = "g";
        internal const string ErasedDigest = "e";
    }
}

/// <summary>Stream and number in one sortable key.</summary>
internal static class StreamKey
{
    internal static long Of(long stream, int number) => stream << Demands.NumberBits | (uint)number;

    internal static long Stream(long key) => key >> Demands.NumberBits;

    internal static int Number(long key) => (int)(key & Demands.LargestNumber);
}
