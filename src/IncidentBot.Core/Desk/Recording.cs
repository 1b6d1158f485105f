using System.Security.Cryptography;
using System.Text;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>Turns events into entries: each with the promises that follow from it, as the incident stands after it.</summary>
public static class Recording
{
    /// <summary>The entries to append behind the incident's last one.</summary>
    public static IReadOnlyList<NewEntry> Of(
        Incident incident, IReadOnlyList<IncidentEvent> events, Person by, string via, DateTimeOffset recordedAt, DateTimeOffset occurredAt, Policy policy)
    {
        var entries = new List<NewEntry>(events.Count);
        foreach (var happened in events)
        {
            var before = incident;
            incident = incident.After(new Recorded(
                incident.Id, incident.Number + 1, 0, recordedAt, occurredAt, by, via, "", happened, [], EntryHash.Zero, EntryHash.Zero));
            IReadOnlyList<Effect> promises = 
            [
                .. happened.Consequences(incident, policy).Where(effect => !incident.IsDrill || !effect.ReachesBeyondRooms),
                .. RoomPromises.Of(happened, before, incident, via, policy),
            ];
            entries.Add(new NewEntry(Microseconds.Cut(occurredAt), by, via, StoredEvents.KindOf(happened), StoredEvents.Write(happened, promises)));
        }
        return entries;
    }

    /// <summary>The store's key for a caller's key: <c>via:caller:key</c>, with a digest of what was said.</summary>
    public static IdempotencyKey? Key(string via, Person by, IncidentId room, string? key, string said) =>
        string.IsNullOrEmpty(key) ? null : new IdempotencyKey($"{via}:{by.Id}:{key}", Digest($"{room.Number}\n{said}"));

    /// <summary>A fixed key of the bot's own, for what must happen once.</summary>
    public static IdempotencyKey Fixed(string key) => new("bot:" + key, Digest(key));

    private static ulong Digest(string text) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
