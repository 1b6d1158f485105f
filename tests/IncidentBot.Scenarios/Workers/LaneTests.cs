using IncidentBot.Host.Workers;
using IncidentBot.Host.Workers.Promises;
using IncidentBot.Ports;

namespace IncidentBot.Scenarios.Workers;

/// <summary>Incidents do not wait for one another, and each is told in order.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LaneTests
{
    private static readonly PromiseOptions Patience = new()
    {
        GiveUpAfter = TimeSpan.FromDays(1), TryFor = TimeSpan.FromHours(1), FirstWait = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromMinutes(5), AwayFor = TimeSpan.FromSeconds(30),
    };

    private readonly RoomyChat pigeon = new("pigeon");

    [Test]
    public async Task No_incident_waits_for_another_ones_slow_word()
    {
        await using var shop = await OpenAsync();
        pigeon.Fault = deed => deed.Contains("INC-1", StringComparison.Ordinal) ? new FarSideBusyException("Pigeons are resting.", TimeSpan.FromHours(1)) : null;
        await DeclareAsync(shop, "One");
        await DeclareAsync(shop, "Two");

        await shop.UntilAsync(() => Task.FromResult(pigeon.Done.Count == 3));

        Assert.That(pigeon.Done, Is.EqualTo(new[] { "open INC-2", "announce INC-2", "invite Ana to INC-2" }));
    }

    [Test]
    public async Task A_far_side_that_asks_to_wait_is_asked_again_when_it_said_and_neither_tried_nor_failed_meanwhile()
    {
        await using var shop = await OpenAsync();
        pigeon.Fault = _ => pigeon.Calls <= 10 ? new FarSideBusyException("Pigeons are resting.", TimeSpan.FromSeconds(90)) : null;
        await DeclareAsync(shop, "One");
        await shop.UntilAsync(() => Task.FromResult(pigeon.Calls == 1));
        await shop.UntilAsync(() => Task.FromResult(Waiting(shop).Any(promise => promise.Because == "Pigeons are resting.")), TimeSpan.FromSeconds(1));
        var first = Waiting(shop)[0];
        Assert.That(first.NextTry, Is.EqualTo(Workshop.Noon + TimeSpan.FromSeconds(90)));

        await shop.UntilAsync(() => Task.FromResult(pigeon.Done.Count == 3), TimeSpan.FromSeconds(30));

        Assert.That(pigeon.Calls, Is.EqualTo(13));
        Assert.That(shop.Clock.GetUtcNow(), Is.LessThan(Workshop.Noon.AddMinutes(20)));
        Assert.That(await shop.EventsAsync<PromiseBroken>(), Is.Empty);
    }

    [Test]
    public async Task When_a_destination_is_back_every_incident_is_told_in_order_within_its_rest()
    {
        await using var shop = await OpenAsync();
        pigeon.Fault = _ => new IOException("no route");
        for (var n = 1; n <= 20; n++) await DeclareAsync(shop, $"Trouble {n}");
        for (var minutes = 0; minutes < 60; minutes++)
        {
            shop.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(2);
        }
        pigeon.Fault = _ => null;
        var back = shop.Clock.GetUtcNow();
        await shop.UntilAsync(() => Task.FromResult(pigeon.Done.Count == 60), TimeSpan.FromSeconds(1));

        Assert.That(shop.Clock.GetUtcNow() - back, Is.LessThan(TimeSpan.FromMinutes(2)));
        for (var n = 1; n <= 20; n++)
            Assert.That(pigeon.Done.Where(deed => deed.EndsWith($"INC-{n}", StringComparison.Ordinal)), Is.EqualTo(new[] { $"open INC-{n}", $"announce INC-{n}", $"invite Ana to INC-{n}" }));
    }

    [Test]
    public async Task Only_a_few_promises_are_kept_at_one_destination_at_once()
    {
        var crowd = new CrowdedChat();
        await using var shop = await Workshop.OpenAsync(null, DefaultPolicy.Create() with { Chats = ["crowd"] }, [crowd], patience: Patience);
        await shop.RunAsync<FeedFollower>();
        await shop.RunAsync<EffectsWorker>();
        for (var n = 1; n <= 20; n++) await DeclareAsync(shop, $"Trouble {n}");
        await shop.UntilAsync(() => Task.FromResult(crowd.Inside == 8));
        await Task.Delay(50);
        Assert.That(crowd.Inside, Is.EqualTo(8));

        crowd.Door.SetResult();
        await shop.UntilAsync(() => Task.FromResult(crowd.Opened == 20));
        Assert.That(crowd.Most, Is.EqualTo(8));
    }

    [Test]
    public async Task What_an_earlier_process_may_have_said_is_said_to_be_so()
    {
        var shop = await OpenAsync();
        await DeclareAsync(shop, "One");
        await shop.UntilAsync(() => Task.FromResult(pigeon.Done.Count == 3));
        pigeon.LosesAnswers = true;
        await shop.Desk.HearAsync(new Heard("INC-1 note \"still down\"", Workshop.Ana, "web", IncidentId.House));
        await shop.UntilAsync(() => Task.FromResult(pigeon.MayBeDone.Count == 1));
        await shop.DisposeAsync();
        pigeon.LosesAnswers = false;

        await using var again = await OpenAsync(shop);
        await again.UntilAsync(async () => (await again.EventsAsync<EntryTold>()).Count == 1, TimeSpan.FromSeconds(1));

        Assert.That(pigeon.MayBeDone, Is.EqualTo(new[] { false, true }));
        Assert.That(pigeon.Done.Count(deed => deed.StartsWith("tell", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    private static IReadOnlyList<WaitingPromise> Waiting(Workshop shop) => shop.Get<IWaiting>().All;

    private async Task<Workshop> OpenAsync(Workshop? after = null)
    {
        var shop = await Workshop.OpenAsync(after, DefaultPolicy.Create() with { Chats = ["pigeon"], Mirrors = ["pigeon"] }, [pigeon], patience: Patience);
        await shop.RunAsync<FeedFollower>();
        await shop.RunAsync<EffectsWorker>();
        return shop;
    }

    private static async Task DeclareAsync(Workshop shop, string title) =>
        await shop.Desk.HearAsync(new Heard($"declare \"{title}\"", Workshop.Ana, "web", IncidentId.House));

    /// <summary>A chat in which everybody stays until the door is opened.</summary>
    private sealed class CrowdedChat : IChat
    {
        private int inside;
        private int opened;
        private int most;

        public string Name => "crowd";

        public TaskCompletionSource Door { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Inside => Volatile.Read(ref inside);

        public int Opened => Volatile.Read(ref opened);

        public int Most => Volatile.Read(ref most);

        public async ValueTask<OpenedRoom> OpenRoomAsync(Incident incident, Attempt attempt, CancellationToken cancellation)
        {
            var now = Interlocked.Increment(ref inside);
            for (var known = most; now > known; known = most) Interlocked.CompareExchange(ref most, now, known);
            await Door.Task.WaitAsync(cancellation);
            Interlocked.Decrement(ref inside);
            Interlocked.Increment(ref opened);
            return new OpenedRoom($"#{incident.Id}");
        }

        public ValueTask<IReadOnlyList<IncidentEvent>> AnnounceAsync(Incident incident, Attempt attempt, CancellationToken cancellation) =>
            ValueTask.FromResult<IReadOnlyList<IncidentEvent>>([]);
    }
}
