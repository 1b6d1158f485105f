using System.Text;
using IncidentBot.Ports;

namespace IncidentBot.Adapters.Tests.Stores;

/// <summary>Things to remember.</summary>
internal static class Sample
{
    internal static readonly Person Ana = new(new PersonId("web:ana"), "Ana");

    internal static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    internal static NewEntry Entry(string text = "checkout is down")
        => new(Noon, Ana, "web", "message-posted", Encoding.UTF8.GetBytes($"{{\"text\":\"{text}\"}}"));

    internal static AppendRequest Append(long stream, int? expected = null, int entries = 1, IdempotencyKey? key = null)
        => new(stream, expected, [.. Enumerable.Range(1, entries).Select(number => Entry($"line {number}"))], key);

    internal static AppendRequest Keyed(long stream, string key, ulong digest = 1, int entries = 1)
        => Append(stream, entries: entries, key: new IdempotencyKey(key, digest));

    internal static ProjectionRow Row(long id, long rank, string json = "{}", string table = "incidents")
        => new(table, id, rank, Encoding.UTF8.GetBytes(json));

    internal static ProjectionChanges Changes(long position, params ProjectionRow[] rows) => new("lists", position, rows, []);

    internal static string Text(this ProjectionRow? row) => row is null ? "none" : Encoding.UTF8.GetString(row.Json.Span);
}
