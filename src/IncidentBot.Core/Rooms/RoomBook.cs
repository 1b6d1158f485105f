using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>Knows whose a room on a chat is, by its address.</summary>
public sealed class RoomBook(ITimelineStore store, Shelf shelf)
{
    private const int MostRemembered = 10_000;

    // Whose a room is, never changes.
    private readonly ConcurrentDictionary<string, IncidentId> known = new(StringComparer.Ordinal);

    /// <summary>The read model of rooms: by the address's digest, ranked by the incident's number.</summary>
    public const string Table = "rooms";

    /// <summary>The row of an entry that opens a room; null for every other one.</summary>
    public static ProjectionRow? Row(Recorded entry) => entry.Event is RoomOpened { Room: var room }
        ? new ProjectionRow(Table, Digest(room), entry.Incident.Number, Encoding.UTF8.GetBytes($"\"{JsonEncodedText(room)}\""))
        : null;

    /// <summary>The incident that has or had this room; null when none does.</summary>
    public async ValueTask<IncidentId?> FindAsync(string room, CancellationToken cancellation = default)
    {
        if (known.TryGetValue(room, out var remembered)) return remembered;
        foreach (var incident in shelf.AtHand)
            if (incident.Rooms.ContainsValue(room)) return Remember(room, incident.Id);
        return await store.FindRowAsync(Table, Digest(room), cancellation) is { } row ? Remember(room, new IncidentId(row.Rank)) : null;
    }

    private IncidentId Remember(string room, IncidentId incident)
    {
        if (known.Count >= MostRemembered) known.Clear();
        return known[room] = incident;
    }

    private static string JsonEncodedText(string room) => System.Text.Json.JsonEncodedText.Encode(room).ToString();

    private static long Digest(string room) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(room))) & long.MaxValue;
}
