using System.Text;
using IncidentBot.Ports;

namespace IncidentBot.Stores;

/// <summary>What every store asks of its callers, before anything is touched.</summary>
internal static class Demands
{
    /// <summary>Stream and number share one 63-bit key: 24 bits for the number.</summary>
    internal const int NumberBits = 24;
    internal const int LargestNumber = (1 << NumberBits) - 1;
    internal const long LargestStream = long.MaxValue >> NumberBits;
    internal const int LongestKey = 512;

    /// <summary>What an entry weighs beside its body, about.</summary>
    internal const int RestOfEntry = 1024;
    private const int LongestName = 100;
    private const int LongestWord = 2000;
    private const int LargestRow = 1024 * 1024;
    private const int MostErased = 1000;
    private const int LargestAppend = 16 * 1024 * 1024;

    /// <summary>A copy of the request that no caller can change any more: times cut, texts valid Unicode, bodies copied.</summary>
    internal static AppendRequest Sound(AppendRequest request)
    {
        Stream(request.Stream);
        Within(request.Expected ?? 0, 0, LargestNumber, "the expected number");
        if (request.Entries.Count == 0)
            throw new ArgumentException("An append needs at least one entry.", nameof(request));
        Within(Weight(request), 0, LargestAppend, "the bytes of an append");
        return request with
        {
            Entries = [.. request.Entries.Select(Sound)],
            Key = request.Key is { } key ? key with { Text = Key(key.Text) } : null,
            Erases = Sound(request.Erases ?? []),
        };
    }

    /// <summary>What an append weighs in bytes, about.</summary>
    internal static long Weight(AppendRequest request)
        => request.Entries.Sum(entry => (long)entry.Body.Length + RestOfEntry)
            + (request.Erases ?? []).Sum(erasure => (long)erasure.Remains.Length + RestOfEntry);

    /// <summary>Objects to the erasure of an entry that is not there, or is only being appended.</summary>
    internal static ArgumentException? Unrecorded(AppendRequest request, int last)
        => (request.Erases ?? []).FirstOrDefault(erasure => erasure.Number > last) is { } missing
            ? new ArgumentException($"Stream {request.Stream} has {last} entries: there is no entry {missing.Number} to erase.", nameof(request))
            : null;

    internal static long Stream(long stream) => Within(stream, 0, LargestStream, "the stream's number");

    internal static int Take(int take) => (int)Within(take, 1, ITimelineStore.LargestPage, "the size of a page");

    internal static string Key(string text)
    {
        var sound = Text(text);
        Within(sound.Length, 1, LongestKey, "the length of an idempotency key");
        return sound;
    }

    /// <summary>A copy of the changes that no caller can change any more.</summary>
    internal static ProjectionChanges Sound(ProjectionChanges changes) => new(
        Name(changes.Subscriber),
        Within(changes.Position, 0, long.MaxValue, "a checkpoint"),
        [.. changes.Upserts.Select(row => row with { Table = Name(row.Table), Json = Json(row.Json) })],
        [.. changes.Deletes.Select(row => row with { Table = Name(row.Table) })]);

    internal static RowQuery Sound(RowQuery query) => query with { Table = Name(query.Table), Take = Take(query.Take) };

    internal static string Name(string text)
    {
        Within(text.Length, 1, LongestName, "the length of a name");
        return Text(text);
    }

    /// <summary>Objects to a subscriber that would go back: rows of a later time would stand beside an earlier checkpoint.</summary>
    internal static ArgumentException? GoesBack(ProjectionChanges changes, long saved)
        => changes.Position < saved
            ? new ArgumentException($"{changes.Subscriber} has saved position {saved} and cannot go back to {changes.Position}.", nameof(changes))
            : null;

    private static List<Erasure> Sound(IReadOnlyList<Erasure> erases)
    {
        Within(erases.Count, 0, MostErased, "the number of entries to erase in one append");
        if (erases.GroupBy(erasure => erasure.Number).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Entry {twice.Key} is to be erased twice in one append; once is enough.", nameof(erases));
        return [.. erases.Select(Sound).OrderBy(erasure => erasure.Number)];
    }

    private static Erasure Sound(Erasure erasure)
    {
        Within(erasure.Number, 1, LargestNumber, "the number of an entry to erase");
        Within(erasure.Remains.Length, 0, NewEntry.LargestBody, "the bytes of what remains");
        return erasure with { Remains = erasure.Remains.ToArray() };
    }

    private static NewEntry Sound(NewEntry entry)
    {
        Within(entry.Body.Length, 0, NewEntry.LargestBody, "the bytes of a body");
        return new NewEntry(
            Microseconds.Cut(entry.OccurredAt),
            entry.By with { Id = new PersonId(Word(entry.By.Id.Value)), Name = Word(entry.By.Name) },
            Word(entry.Via), Word(entry.Kind), entry.Body.ToArray());
    }

    private static string Word(string text)
    {
        Within(text.Length, 0, LongestWord, "the length of a name");
        return Text(text);
    }

    private static byte[] Json(ReadOnlyMemory<byte> json)
    {
        Within(json.Length, 0, LargestRow, "the bytes of a row");
        return json.ToArray();
    }

    // Half an emoji, left by a cut through the middle of a name, is no UTF-8: it would be hashed as one thing and stored as another.
    private static string Text(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static long Within(long value, long least, long most, string what)
        => value >= least && value <= most
            ? value
            : throw new ArgumentException($"{what} must lie between {least} and {most}, not {value}.", nameof(value));
}
