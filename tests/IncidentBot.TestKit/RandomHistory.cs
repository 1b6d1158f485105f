using System.Globalization;
using IncidentBot.Ports;

namespace IncidentBot.TestKit;

/// <summary>
/// What a house lives through when people type whatever comes to their minds: several incidents, moved to and fro, merged, cancelled and reopened,
/// with alerts, seals and a newer version's entries between. The same seed gives the same history.
/// </summary>
public sealed class RandomHistory
{
    private readonly RandomLines lines;
    private readonly Random chance;
    private readonly List<string> firing = [];
    private readonly int incidents;
    private int alerts;

    private RandomHistory(int seed, int incidents)
    {
        (chance, this.incidents) = (new Random(seed), incidents);
        lines = new RandomLines(chance);
        // Half of the houses ask for nothing before a stage is left, so that incidents come far.
        At = new DeskFixture(chance.Next(2) == 0 ? DefaultPolicy.Create() : DefaultPolicy.Create() with { Exits = [], Authority = [] });
    }

    /// <summary>The desk at which it happened, its store and its clock.</summary>
    public DeskFixture At { get; }

    /// <summary>The incidents of the house.</summary>
    public IReadOnlyList<IncidentId> Incidents => [.. Enumerable.Range(1, incidents).Select(number => new IncidentId(number))];

    /// <summary>Lives through so many deeds; those that are refused change nothing.</summary>
    public static async Task<RandomHistory> LiveAsync(int seed, int deeds = 120, int incidents = 2)
    {
        var history = new RandomHistory(seed, incidents);
        for (var declared = 0; declared < incidents; declared++) await history.At.Hear(history.lines.Somebody(), history.lines.Declaration());
        for (var deed = 0; deed < deeds; deed++) await history.ActAsync();
        return history;
    }

    /// <summary>The entries of an incident as they are stored.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> StoredAsync(IncidentId id)
    {
        var entries = new List<TimelineEntry>();
        while (await At.Store.ReadStreamAsync(id.Number, entries.Count, ITimelineStore.LargestPage) is { Count: > 0 } page) entries.AddRange(page);
        return entries;
    }

    /// <summary>The entries of an incident as the timeline tells them.</summary>
    public async Task<IReadOnlyList<Recorded>> EntriesAsync(IncidentId id) => [.. (await StoredAsync(id)).Select(StoredEvents.Read)];

    private async Task ActAsync()
    {
        At.Clock.Now += Pause();
        var room = chance.Next(1, incidents + 1);
        var incident = (await At.Desk.FindAsync(new IncidentId(room), Person.Bot))!;
        var somebody = incident.Commander is { } commander && chance.Next(3) == 0 ? commander : lines.Somebody();
        if (chance.Next(8) == 0) await HappenAsync(incident);
        else if (chance.Next(5) == 0) await TalkAsync(somebody, incident);
        else if (chance.Next(60) == 0) await MergeAsync(room);
        else if (chance.Next(8) == 0) await HandOverAsync(incident, room);
        else if (chance.Next(12) == 0) await ReadReviewAsync(lines.Somebody(), room);
        else await At.Hear(somebody, lines.Line(incident), room);
    }

    private async Task TalkAsync(Person author, Incident incident)
    {
        int? root = chance.Next(3) == 0 ? chance.Next(1, incident.Number + 1) : null;
        if ((await At.Desk.SayAsync(new Said(lines.Saying(), author, "test", incident.Id, ReplyTo: root))).Entries is not [var message, ..]) return;
        foreach (var line in lines.About(message)) await At.Hear(author, line, (int)incident.Id.Number);
    }

    private async Task ReadReviewAsync(Person reader, int room)
    {
        await At.Hear(lines.Somebody(), $"review submit @{reader.Id.Handle}", room);
        await At.Hear(reader, "review finish", room);
        if (chance.Next(3) == 0) await At.Hear(reader, "review reopen \"there is more\"", room);
    }

    private async Task MergeAsync(int room)
    {
        var into = chance.Next(1, incidents + 1);
        var merged = await At.Hear(lines.Somebody(), string.Create(CultureInfo.InvariantCulture, $"merge INC-{into} the same cause"), room);
        if (!merged.Refused) await At.Desk.RecordAsync(new IncidentId(into), [new IncidentAbsorbed(new IncidentId(room), "the same trouble")], Person.Bot, "worker", null);
    }

    private async Task HandOverAsync(Incident incident, int room)
    {
        var held = incident.Tenures.Where(tenure => tenure.To is null).ToList();
        if (held.Count == 0) return;
        var (tenure, to) = (held[chance.Next(held.Count)], lines.Somebody());
        await At.Hear(tenure.Person, $"handoff @{to.Id.Handle} \"I need sleep\" --role {tenure.Role}", room);
        At.Clock.Now += TimeSpan.FromSeconds(chance.Next(300));
        if (chance.Next(4) == 0) await At.Hear(to, $"role claim {tenure.Role}", room);
        if (chance.Next(3) > 0) await At.Hear(chance.Next(4) == 0 ? tenure.Person : to, chance.Next(3) == 0 ? "handoff decline" : "handoff accept", room);
    }

    private async Task HappenAsync(Incident incident)
    {
        var head = await At.Store.HeadAsync(incident.Id.Number);
        IncidentEvent fact = chance.Next(7) switch
        {
            0 or 1 => Fire(),
            2 => (IncidentEvent?)Clear() ?? Fire(),
            3 => new FileShared("graph.png", "image/png", chance.Next(100_000), new string('a', 64), chance.Next(2) == 0 ? chance.Next(1, head.Number + 1) : null),
            4 when incident.Handoff is { } offer => new HandoffLapsed(offer.Title, offer.From, offer.To, offer.LapsesAt),
            4 => new ReminderFell(ReminderKind.UpdateOverdue, 1, 5, At.Clock.Now, TimeSpan.FromMinutes(10), "the team waits for a working update."),
            5 => new UnknownEvent("HypothesisRaised", """{"Text":"it is the network"}"""),
            _ => new TimelineSealed(chance.Next(1, 99), head.Number, Convert.ToHexStringLower(head.Hash.Span), "00ff"),
        };
        await At.Desk.RecordAsync(incident.Id, [fact], Person.Bot, "worker", null);
    }

    private AlertAttached Fire()
    {
        var fingerprint = chance.Next(3) > 0 || firing.Count == 0 ? $"print-{++alerts}" : firing[chance.Next(firing.Count)];
        firing.Add(fingerprint);
        return new AlertAttached(new Alert(
            fingerprint, $"Alert {fingerprint}", "too many errors", At.Clock.Now - TimeSpan.FromSeconds(chance.Next(4 * 3600)), "Alertmanager",
            chance.Next(2) == 0 ? "https://alerts.example/1" : null, new Dictionary<string, string>(), new string('b', 64)));
    }

    private AlertCleared? Clear() => firing.Count == 0 ? null : firing[chance.Next(firing.Count)] is var gone
        ? new AlertCleared(gone, $"Alert {gone}", At.Clock.Now - TimeSpan.FromSeconds(chance.Next(60)), new string('c', 64)) : null;

    private TimeSpan Pause() => chance.Next(10) switch
    {
        0 => TimeSpan.Zero,
        < 8 => TimeSpan.FromSeconds(chance.Next(600)),
        8 => TimeSpan.FromMinutes(chance.Next(300)),
        _ => TimeSpan.FromHours(chance.Next(60)),
    };
}
