using IncidentBot.Host.Workers;
using IncidentBot.Host.Workers.Promises;
using IncidentBot.Ports;

namespace IncidentBot.Scenarios.Workers;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PromiseTests
{
    private static readonly PromiseOptions Patience = new()
    {
        GiveUpAfter = TimeSpan.FromMinutes(10), LeastTries = 3, TryFor = TimeSpan.FromHours(1),
    };

    private readonly ScriptedChat pigeon = new("pigeon");
    private readonly ScriptedChat owl = new("owl");

    [Test]
    public async Task A_declared_incident_gets_its_rooms_and_is_announced()
    {
        await using var shop = await OpenAsync();
        await DeclareAsync(shop, "Checkout is down");

        await shop.UntilAsync(async () => (await shop.EventsAsync<PromiseKept>()).Count == 4);

        Assert.That(pigeon.Done, Is.EqualTo(new[] { "open INC-1", "announce INC-1" }));
        Assert.That(owl.Done, Is.EqualTo(new[] { "open INC-1", "announce INC-1" }));
        Assert.That((await shop.Desk.FindAsync(new IncidentId(1), Person.Bot))!.Rooms["owl"], Is.EqualTo("#INC-1"));
        await shop.UntilAsync(async () => (await shop.RowsAsync("promises")).Count == 0);
    }

    [Test]
    public async Task What_came_of_a_promise_is_one_append()
    {
        await using var shop = await OpenAsync();
        await DeclareAsync(shop, "Checkout is down");
        await shop.UntilAsync(async () => (await shop.EventsAsync<PromiseKept>()).Count == 4);

        var entries = await shop.EntriesAsync();
        foreach (var opened in entries.Where(entry => entry.Event is RoomOpened))
        {
            Assert.That(entries[opened.Number].Event, Is.InstanceOf<PromiseKept>());
            Assert.That(opened.Key, Does.StartWith("bot:promise:1:1:"));
        }
    }

    [Test]
    public async Task A_destination_that_is_away_gets_everything_in_order_when_it_is_back()
    {
        await using var shop = await OpenAsync();
        pigeon.Fault = _ => new IOException("no route");
        for (var n = 1; n <= 3; n++) await DeclareAsync(shop, $"Trouble {n}");
        await shop.UntilAsync(() => Task.FromResult(pigeon.Calls > 4), TimeSpan.FromSeconds(1));
        await shop.UntilAsync(() => Task.FromResult(owl.Done.Count == 6));
        Assert.That(pigeon.Done, Is.Empty);

        pigeon.Fault = _ => null;
        await shop.UntilAsync(() => Task.FromResult(pigeon.Done.Count == 6), TimeSpan.FromSeconds(1));

        for (var n = 1; n <= 3; n++)
            Assert.That(pigeon.Done.Where(deed => deed.EndsWith($"INC-{n}", StringComparison.Ordinal)), Is.EqualTo(new[] { $"open INC-{n}", $"announce INC-{n}" }));
    }

    [Test]
    public async Task A_destination_that_is_away_is_left_alone_for_a_while()
    {
        await using var shop = await OpenAsync(new PromiseOptions
        {
            GiveUpAfter = TimeSpan.FromDays(1), TryFor = TimeSpan.FromHours(1), FirstWait = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromSeconds(1),
            FailuresUntilAway = 3, AwayFor = TimeSpan.FromHours(1),
        });
        pigeon.Fault = _ => new IOException("no route");
        await DeclareAsync(shop, "Checkout is down");
        await shop.UntilAsync(() => Task.FromResult(pigeon.Calls == 3), TimeSpan.FromSeconds(1));

        for (var minutes = 0; minutes < 30; minutes++) await shop.UntilAsync(Passed(), TimeSpan.FromMinutes(1));
        Assert.That(pigeon.Calls, Is.EqualTo(3));
        await shop.UntilAsync(() => Task.FromResult(pigeon.Calls == 4), TimeSpan.FromMinutes(1));

        static Func<Task<bool>> Passed()
        {
            var asked = 0;
            return () => Task.FromResult(asked++ > 0);
        }
    }

    [Test]
    public async Task A_promise_that_cannot_be_kept_waits_for_a_person_and_can_be_tried_again()
    {
        await using var shop = await OpenAsync();
        pigeon.Fault = _ => new IOException("no route to pigeon");
        await DeclareAsync(shop, "Checkout is down");
        await shop.UntilAsync(async () => (await shop.EventsAsync<PromiseBroken>()).Count == 2, TimeSpan.FromSeconds(5));

        var incident = (await shop.Desk.FindAsync(new IncidentId(1), Person.Bot))!;
        var room = incident.BrokenPromises.Values.Single(broken => broken.Purpose == "open a room in pigeon");
        Assert.That(room.Because, Is.EqualTo("no route to pigeon"));
        Assert.That((await shop.EventsAsync<PromiseBroken>())[0].Attempts, Is.GreaterThanOrEqualTo(3));
        await shop.UntilAsync(async () => (await shop.RowsAsync("promises")).Count == 0);

        pigeon.Fault = _ => null;
        await shop.Desk.HearAsync(new Heard($"INC-1 retry {room.Id}", Workshop.Ana, "web", IncidentId.House));
        await shop.UntilAsync(() => Task.FromResult(pigeon.Done.Count == 1), TimeSpan.FromSeconds(1));
        await shop.UntilAsync(async () => (await shop.EventsAsync<PromiseKept>()).Any(kept => kept.Purpose == "open a room in pigeon"));
        Assert.That((await shop.Desk.FindAsync(new IncidentId(1), Person.Bot))!.BrokenPromises, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_answer_that_is_no_is_not_asked_for_again()
    {
        await using var shop = await OpenAsync();
        pigeon.Fault = deed => deed.StartsWith("open", StringComparison.Ordinal) ? new PromiseRefusedException("the name is taken.") : null;
        await DeclareAsync(shop, "Checkout is down");

        await shop.UntilAsync(async () => (await shop.EventsAsync<PromiseBroken>()).Count == 1);

        var broken = (await shop.EventsAsync<PromiseBroken>()).Single();
        Assert.That((broken.Because, broken.Attempts), Is.EqualTo(("the name is taken.", 1)));
    }

    [Test]
    public async Task A_promise_of_a_newer_version_is_told_as_one_that_nobody_here_can_keep()
    {
        await using var shop = await OpenAsync();
        await DeclareAsync(shop, "Checkout is down");
        var body = """{"event":{"text":"beam me up","at":null},"promises":[{"kind":"Teleport","effect":{}}]}"""u8.ToArray();
        await shop.Store.AppendAsync(new AppendRequest(1, null, [new NewEntry(Workshop.Noon, Workshop.Ana, "web", "NoteAdded", body)]));

        await shop.UntilAsync(async () => (await shop.EventsAsync<PromiseBroken>()).Count == 1);

        Assert.That((await shop.EventsAsync<PromiseBroken>()).Single().Because, Does.Contain("does not know how"));
    }

    [Test]
    public async Task A_crash_between_keeping_and_recording_keeps_once_where_the_far_side_knows_keys()
    {
        var shop = await OpenAsync(chats: pigeon);
        pigeon.LosesAnswers = true;
        await DeclareAsync(shop, "Checkout is down", "--public");
        await shop.UntilAsync(() => Task.FromResult(pigeon.Done.Contains("open INC-1")), TimeSpan.FromSeconds(1));
        await shop.DisposeAsync();
        pigeon.LosesAnswers = false;

        await using var again = await OpenAsync(chats: pigeon, after: shop);
        await again.UntilAsync(async () => (await again.EventsAsync<PromiseKept>()).Count == 2, TimeSpan.FromSeconds(1));

        Assert.That(pigeon.Done.Count(deed => deed == "announce INC-1"), Is.EqualTo(1));
        Assert.That((await again.EventsAsync<RoomOpened>()), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Tries_are_remembered_over_a_restart()
    {
        var shop = await OpenAsync(chats: pigeon);
        pigeon.Fault = _ => new IOException("no route");
        await DeclareAsync(shop, "Checkout is down");
        await shop.UntilAsync(() => Task.FromResult(pigeon.Calls == 2), TimeSpan.FromSeconds(1));
        await shop.UntilAsync(async () => Attempts(await shop.RowsAsync("promises")) == 2);
        await shop.DisposeAsync();
        shop.Clock.Advance(TimeSpan.FromHours(1));

        await using var again = await OpenAsync(chats: pigeon, after: shop);
        await again.UntilAsync(async () => (await again.EventsAsync<PromiseBroken>()).Count > 0, TimeSpan.FromSeconds(1));

        Assert.That((await again.EventsAsync<PromiseBroken>())[0].Attempts, Is.EqualTo(3));
    }

    [Test]
    public async Task A_merge_is_pointed_to_on_the_incident_that_goes_on()
    {
        await using var shop = await OpenAsync();
        await DeclareAsync(shop, "Payments are slow");
        await DeclareAsync(shop, "Checkout is down");
        await shop.UntilAsync(() => Task.FromResult(shop.Get<FeedProgress>().Position >= shop.Store.Health.DurablePosition));
        var reply = await shop.Desk.HearAsync(new Heard("INC-2 merge INC-1", Workshop.Ana, "web", IncidentId.House));
        Assert.That(reply.Refused, Is.False, reply.Text);

        await shop.UntilAsync(async () => (await shop.EventsAsync<IncidentAbsorbed>()).Count == 1);
        await shop.UntilAsync(async () => (await shop.EventsAsync<TimelineSealed>(2)).Count == 1);

        Assert.That((await shop.EventsAsync<IncidentAbsorbed>()).Single(), Is.EqualTo(new IncidentAbsorbed(new IncidentId(2), "")));
    }

    [Test]
    public async Task Every_promise_has_a_hand_that_keeps_it()
    {
        await using var shop = await Workshop.OpenAsync();
        var hands = shop.Get<IEnumerable<IHand>>().ToList();
        foreach (var promise in TestKit.EventSamples.Promises)
            Assert.That(hands.Count(hand => hand.Keeps(promise)), Is.EqualTo(1), promise.GetType().Name);
    }

    private async Task<Workshop> OpenAsync(PromiseOptions? patience = null, Workshop? after = null, params IChat[] chats)
    {
        IReadOnlyList<IChat> connected = chats.Length > 0 ? chats : [pigeon, owl];
        var shop = await Workshop.OpenAsync(after, DefaultPolicy.Create() with { Chats = [.. connected.Select(chat => chat.Name)] }, connected, patience: patience ?? Patience);
        await shop.RunAsync<FeedFollower>();
        await shop.RunAsync<EffectsWorker>();
        return shop;
    }

    private static async Task DeclareAsync(Workshop shop, string title, string options = "") =>
        await shop.Desk.HearAsync(new Heard($"declare \"{title}\" {options}", Workshop.Ana, "web", IncidentId.House));

    private static int Attempts(IReadOnlyList<ProjectionRow> rows) =>
        rows.Select(OpenPromise.Read).OrderBy(promise => promise.Row).First().Attempts;
}
