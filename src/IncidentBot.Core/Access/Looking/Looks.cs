using System.Collections.Concurrent;
using System.Threading.Channels;

namespace IncidentBot;

/// <summary>A look at a private incident.</summary>
/// <param name="Incident">Which one.</param>
/// <param name="Who">Who looked.</param>
/// <param name="Via">By which way.</param>
/// <param name="Allowed">True when they saw it.</param>
public sealed record Look(IncidentId Incident, Person Who, string Via, bool Allowed);

/// <summary>
/// Notes looks at private incidents, to be written down by a worker later: whoever looks waits for nothing and learns nothing by it.
/// One that was refused is noted once in ten minutes for a person and an incident, one that was allowed once an hour.
/// </summary>
public sealed class Looks
{
    private const int MostWaiting = 1_000;
    private const int MostRemembered = 10_000;

    /// <summary>For how long a refused look stands for those that follow it.</summary>
    public static readonly TimeSpan RefusedEvery = TimeSpan.FromMinutes(10);

    /// <summary>For how long an allowed look stands for those that follow it.</summary>
    public static readonly TimeSpan AllowedEvery = TimeSpan.FromHours(1);

    // Full of looks that nobody has written down yet, it takes no more: a flood of looks must not become a flood of entries.
    private readonly Channel<Look> noted = Channel.CreateBounded<Look>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly ConcurrentDictionary<(IncidentId, PersonId, bool), DateTimeOffset> lately = new();

    /// <summary>What is to be written down.</summary>
    public ChannelReader<Look> Noted => noted.Reader;

    /// <summary>Somebody looked at an incident; nothing is noted unless it is private, and there.</summary>
    public void Note(Incident incident, Person viewer, string via, DateTimeOffset now)
    {
        if (!incident.Exists || !incident.IsPrivate || viewer.IsBot) return;
        var allowed = Visibility.MaySee(viewer, incident);
        var person = viewer.AlsoKnownAs.Append(viewer.Id).MinBy(id => id.Value, StringComparer.Ordinal);
        var key = (incident.Id, person, allowed);
        if (lately.TryGetValue(key, out var last) && now - last < Every(allowed)) return;
        if (lately.Count >= MostRemembered) Forget(now);
        if (noted.Writer.TryWrite(new Look(incident.Id, viewer, via, allowed))) lately[key] = now;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, at) in lately)
            if (now - at >= Every(key.Item3)) lately.TryRemove(key, out _);
    }

    private static TimeSpan Every(bool allowed) => allowed ? AllowedEvery : RefusedEvery;
}
