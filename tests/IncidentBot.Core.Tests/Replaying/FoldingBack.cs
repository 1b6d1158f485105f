using IncidentBot.Ports;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>Looking back is right and cheap, however long the timeline is.</summary>
public sealed class FoldingBack
{
    private const int Length = 6_000;
    private static readonly IncidentId Id = new(1);

    private readonly StandingClock clock = new(Story.Begin);
    private readonly List<Recorded> history = [];
    private CountedReads store = null!;

    [SetUp]
    public async Task Tell()
    {
        store = new CountedReads(new InMemoryTimelineStore(clock));
        var random = new Random(20261123);
        while (history.Count < Length)
        {
            var batch = Enumerable.Range(history.Count, 100).Select(number => Entry(number, random)).ToList();
            var outcome = await store.AppendAsync(new AppendRequest(Id.Number, null, batch));
            history.AddRange(((AppendOutcome.Appended)outcome).Entries.Select(StoredEvents.Read));
            // Now and then several batches are recorded at one and the same moment.
            clock.Now += TimeSpan.FromSeconds(random.Next(3) * 20);
        }
    }

    [TearDown]
    public ValueTask Forget() => store.DisposeAsync();

    [Test]
    public async Task Any_moment_is_what_a_fold_of_everything_recorded_by_then_gives()
    {
        var replays = new Replays(store);
        var random = new Random(42);
        var now = Incident.From(Id, history);
        for (var round = 0; round < 30; round++)
        {
            var moment = Story.Begin + ((clock.Now - Story.Begin) * random.NextDouble());
            var known = (Replay.Known)await replays.AtAsync(now, moment, clock.Now, CancellationToken.None);
            var naive = Incident.From(Id, history.Where(entry => entry.RecordedAt <= moment));
            Assert.That((known.Incident.Number, known.Last.Number, known.Head), Is.EqualTo((naive.Number, naive.Number, Length)), $"{moment:O}");
            Assert.That(Told(known.Incident), Is.EqualTo(Told(naive)), $"{moment:O}");
        }
    }

    [Test]
    public async Task Moving_the_slider_reads_at_most_a_page_once_the_timeline_was_folded()
    {
        var replays = new Replays(store);
        var now = Incident.From(Id, history);
        await replays.AfterAsync(now, Length, CancellationToken.None);
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            store.Entries = 0;
            await replays.AtAsync(now, Story.Begin + ((clock.Now - Story.Begin) * random.NextDouble()), clock.Now, CancellationToken.None);
            Assert.That(store.Entries, Is.LessThanOrEqualTo(ITimelineStore.LargestPage + 20), "a page, and the single entries of the search");
        }
    }

    [Test]
    public async Task A_fold_that_goes_on_from_a_kept_state_is_the_fold_from_the_beginning()
    {
        var snapshots = new Snapshots(store);
        foreach (var number in new[] { 1_700, 499, 500, 501, 4_345, 1, Length, 4_345 })
            Assert.That(Told(await snapshots.AfterAsync(Incident.None(Id), number, CancellationToken.None)), Is.EqualTo(Told(Incident.From(Id, history.Take(number)))), $"{number}");
    }

    [Test]
    public async Task Only_the_incidents_that_were_asked_for_last_are_kept()
    {
        var snapshots = new Snapshots(store);
        for (var stream = 2; stream <= 12; stream++) await store.AppendAsync(new AppendRequest(stream, 0, [.. history.Take(501).Select(entry => New(entry.Event))]));
        for (var stream = 1; stream <= 12; stream++) await snapshots.AfterAsync(Incident.None(new IncidentId(stream)), 501, CancellationToken.None);
        store.Entries = 0;
        await snapshots.AfterAsync(Incident.None(new IncidentId(12)), 501, CancellationToken.None);
        Assert.That(store.Entries, Is.EqualTo(1));
        await snapshots.AfterAsync(Incident.None(new IncidentId(1)), 501, CancellationToken.None);
        Assert.That(store.Entries, Is.EqualTo(502), "the first was forgotten and is folded anew");
    }

    [Test]
    public async Task The_key_events_around_an_entry_are_found_over_any_distance()
    {
        var now = Incident.From(Id, history);
        var key = history.Where(entry => KeyEvents.Has(entry, now)).Select(entry => entry.Number).ToList();
        foreach (var number in new[] { 1, 2, 500, 501, 3_777, Length - 1, Length })
        {
            Assert.That(await KeyEvents.AfterAsync(now, number, store, CancellationToken.None), Is.EqualTo(key.Cast<int?>().FirstOrDefault(found => found > number)), $"after {number}");
            Assert.That(await KeyEvents.BeforeAsync(now, number, store, CancellationToken.None), Is.EqualTo(key.Cast<int?>().LastOrDefault(found => found < number)), $"before {number}");
        }
    }

    private NewEntry Entry(int number, Random random) => New(number == 0
        ? new IncidentDeclared("Checkout is down", new Severity(3), IncidentType.Reliability, Private: false, [], null)
        : random.Next(1_500) switch
        {
            0 => new DecisionRecorded($"decision {number}", null, []),
            1 => new SeverityChanged(new Severity(3), new Severity(1 + random.Next(5)), null),
            2 or 3 => new RoleAssigned("responder", "Responder", Person.WhoSays($"Person {number}")),
            4 => new FollowUpAdded(number, $"follow-up {number}", Cleo, null),
            5 => new EntryHighlighted(random.Next(1, number + 1), true, "…"),
            _ => new MessagePosted($"message {number}", number % 7 == 0 ? 1 + (number / 2) : null),
        });

    private NewEntry New(IncidentEvent happened) => new(Microseconds.Cut(clock.Now), Ana, "test", StoredEvents.KindOf(happened), StoredEvents.Write(happened, []));

    private static string Told(Incident incident) => string.Join(
        '\n', Briefing.Of(incident, DefaultPolicy.Create(), Story.Begin), incident.Number, incident.Messages, incident.LastNews, incident.Tenures.Count, incident.Highlights.Count, incident.Threads.Count, incident.Severities.Count);
}
