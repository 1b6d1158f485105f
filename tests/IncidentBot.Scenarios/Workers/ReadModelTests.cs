using IncidentBot.Host.Workers;
using IncidentBot.Host.Workers.Promises;
using IncidentBot.Host.Workers.Reading;
using IncidentBot.Ports;
using IncidentBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Scenarios.Workers;

public sealed class ReadModelTests
{
    private static readonly string[] Tables = [IncidentCatalog.Table, Rows.Open, Rows.Deadlines, Rows.Promises, Rows.Unsealed];

    [Test]
    public async Task The_lists_know_what_was_recorded_and_what_is_due()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\" --sev sev1");
        await shop.SayAsync("declare \"Odd colours\" --sev sev5");
        await shop.SayAsync("INC-2 cancel \"false alarm\"");

        var summaries = (await shop.RowsAsync(IncidentCatalog.Table)).Select(row => IncidentCatalog.Read(row.Json)).ToList();
        Assert.That(summaries.Select(summary => (summary.Title, summary.Stage)), Is.EqualTo(new[] { ("Checkout is down", Stage.Identification), ("Odd colours", Stage.Cancelled) }));
        Assert.That((await shop.RowsAsync(Rows.Open)).Select(row => row.Id), Is.EqualTo(new[] { 1L }));
        Assert.That((await shop.RowsAsync(Rows.Deadlines)).Select(row => (row.Id, row.Rank)), Is.EqualTo(new[] { (1L, Microseconds.Of(Workshop.Noon.AddMinutes(5))) }));
        Assert.That((await shop.RowsAsync(Rows.Promises)).Select(row => OpenPromise.Read(row).Purpose), Is.EqualTo(new[] { "seal the timeline" }));
    }

    [Test]
    public async Task After_a_restart_open_incidents_are_at_hand_before_anybody_asks()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\"");
        await shop.DisposeAsync();
        await using var again = await Workshop.OpenAsync(shop);

        Assert.That(again.Get<Shelf>().Open.Single().Title, Is.EqualTo("Checkout is down"));
        Assert.That(again.Get<FeedProgress>().IsReady);
    }

    [Test]
    public async Task What_was_recorded_after_the_last_checkpoint_is_caught_up_with()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\"");
        await shop.Desk.HearAsync(new Heard("declare \"Payments are slow\"", Workshop.Ana, "web", IncidentId.House));
        await shop.DisposeAsync();
        Assert.That(await shop.RowsAsync(Rows.Open), Has.Count.EqualTo(1));

        await using var again = await Workshop.OpenAsync(shop);

        Assert.That(await again.RowsAsync(Rows.Open), Has.Count.EqualTo(2));
        Assert.That(again.Get<Shelf>().Open, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Rows_that_were_lost_are_built_anew_from_the_feed()
    {
        await using var shop = await Workshop.OpenAsync(policy: DefaultPolicy.Create() with { Chats = ["pigeon"] });
        await LiveAsync(shop);
        var before = await AllAsync(shop);
        await ForgetAsync(shop);
        await shop.DisposeAsync();

        await using var again = await Workshop.OpenAsync(shop, DefaultPolicy.Create() with { Chats = ["pigeon"] });
        var models = new ReadModels(again.Store, again.Get<Shelf>(), again.Get<PolicyBook>(), again.Get<PromiseBoard>(), again.Clock, NullLogger<ReadModels>.Instance, "another-name");
        var lease = again.Get<Duty>().Lease!;
        Assert.That(await models.LoadAsync(default), Is.Zero);
        for (var position = 0L; position < again.Store.Health.DurablePosition;)
        {
            var entry = StoredEvents.Read((await again.Store.ReadFeedAsync(position, 1)).Single());
            await models.TakeInAsync(lease, [entry], position = entry.Position, default);
        }

        Assert.That(await AllAsync(again), Is.EqualTo(before));
    }

    [Test]
    public async Task A_policy_that_changed_between_two_starts_moves_what_is_due()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\" --sev sev1");
        await shop.DisposeAsync();
        var policy = DefaultPolicy.Create();
        var patient = policy with { Severities = [.. policy.Severities.Select(rule => rule with { CommanderWithin = TimeSpan.FromMinutes(50), TriageWithin = TimeSpan.FromMinutes(40), UpdateEvery = TimeSpan.FromMinutes(45) })] };

        await using var again = await Workshop.OpenAsync(shop, patient);

        Assert.That((await again.RowsAsync(Rows.Deadlines)).Single().Rank, Is.EqualTo(Microseconds.Of(Workshop.Noon.AddMinutes(40))));
    }

    [Test]
    public async Task Every_node_tells_its_listeners_and_one_of_them_works()
    {
        await using var first = await Workshop.OpenAsync();
        await using var second = await Workshop.OpenAsync(first);
        Assert.That((first.Get<Duty>().Lease is null, second.Get<Duty>().Lease is null), Is.EqualTo((false, true)));
        using var listener = second.Get<LiveFeed>().Listen();

        await first.Desk.HearAsync(new Heard("declare \"Checkout is down\"", Workshop.Ana, "web", IncidentId.House));
        await second.Worker<FeedFollower>().FollowAsync(default);

        Assert.That((await listener.Entries.ReadAsync()).Event, Is.InstanceOf<IncidentDeclared>());
        Assert.That(second.Get<Shelf>().Open, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Another_node_takes_over_when_the_first_one_is_gone()
    {
        var first = await Workshop.OpenAsync();
        await using var second = await Workshop.OpenAsync(first);
        await second.RunAsync<FeedFollower>();
        await second.RunAsync<ClockWorker>();
        await first.SayAsync("declare \"Checkout is down\" --sev sev1");
        Assert.That(second.Get<Duty>().Lease, Is.Null);
        await first.DisposeAsync();

        await second.UntilAsync(async () => (await second.EventsAsync<ReminderFell>()).Count > 0, TimeSpan.FromSeconds(1));
    }

    [Test]
    public async Task A_node_that_lost_its_lease_stops_working_and_goes_on_telling()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.RunAsync<FeedFollower>();
        shop.Store.TakeLeaseAway("workers");
        await using var other = await Workshop.OpenAsync(shop);
        using var listener = shop.Get<LiveFeed>().Listen();

        await shop.Desk.HearAsync(new Heard("declare \"Checkout is down\"", Workshop.Ana, "web", IncidentId.House));

        Assert.That((await listener.Entries.ReadAsync()).Event, Is.InstanceOf<IncidentDeclared>());
        await shop.UntilAsync(() => Task.FromResult(shop.Get<Duty>().Lease is null));
        Assert.That(other.Get<Duty>().Lease, Is.Not.Null);
    }

    [Test]
    public async Task A_node_that_lost_its_lease_while_nothing_happened_asks_for_it_again()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.RunAsync<FeedFollower>();
        var lost = shop.Get<Duty>().Lease;

        shop.Store.TakeLeaseAway("workers");

        await shop.UntilAsync(() => Task.FromResult(shop.Get<Duty>().Lease is null));
        await shop.UntilAsync(() => Task.FromResult(shop.Get<Duty>().Lease is { } again && again != lost), TimeSpan.FromSeconds(1));
    }

    [Test]
    public async Task Messages_do_not_wait_for_their_rows_but_whoever_waits_for_the_rows_gets_them_at_once()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\"");
        await shop.RunAsync<FeedFollower>();
        using var listener = shop.Get<LiveFeed>().Listen();

        await shop.Desk.SayAsync(new Said("I see 500s", Workshop.Ana, "web", new IncidentId(1)));

        Assert.That((await listener.Entries.ReadAsync()).Event, Is.InstanceOf<MessagePosted>());
        Assert.That(await shop.Get<FeedProgress>().CaughtUpAsync(shop.Store.Health.DurablePosition));
        Assert.That(IncidentCatalog.Read((await shop.RowsAsync(IncidentCatalog.Table)).Single().Json).Entries, Is.EqualTo(2));
    }

    [Test]
    public async Task An_entry_that_cannot_be_read_holds_nothing_else_back()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\"");
        await shop.Store.AppendAsync(new AppendRequest(1, null, [new NewEntry(Workshop.Noon, Workshop.Ana, "web", "NoteAdded", "nonsense"u8.ToArray())]));

        await shop.SayAsync("declare \"Payments are slow\"");

        Assert.That((await shop.RowsAsync(Rows.Open)).Select(row => row.Id), Is.EqualTo(new[] { 1L, 2L }));
    }

    [Test]
    public async Task Rows_of_another_shape_come_under_another_name()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\" --service checkout");
        await shop.SayAsync("INC-1 lead");
        await shop.SayAsync("INC-1 followup \"alert on it\" --owner @ana --due 2026-12-01");
        var row = (await shop.RowsAsync(IncidentCatalog.Table)).Single();
        // When this text changes, the subscriber's name must change with it: then every start builds the rows anew.
        Assert.That(Approve.Difference($"{ReadModels.Subscriber}\n{System.Text.Encoding.UTF8.GetString(row.Json.Span)}", "RowShape.approved.txt"), Is.Null);
    }

    private static async Task LiveAsync(Workshop shop)
    {
        await shop.SayAsync("declare \"Checkout is down\" --sev sev1");
        await shop.SayAsync("declare \"Payments are slow\"");
        await shop.SayAsync("INC-2 cancel \"the same\"");
        await shop.Desk.RecordAsync(new IncidentId(1), [new RoomOpened("pigeon", "#1"), new PromiseKept(1, 0, "open a room in pigeon")], Person.Bot, "worker", null);
        await shop.Desk.RecordAsync(new IncidentId(1), [new PromiseBroken(1, 1, "announce", "no route", 3)], Person.Bot, "worker", null);
        await shop.SayAsync("INC-1 retry 1.1");
        await shop.SayAsync("INC-1 role claim commander");
    }

    private static async Task ForgetAsync(Workshop shop)
    {
        var gone = new List<(string, long)>();
        foreach (var table in Tables) gone.AddRange((await shop.RowsAsync(table)).Select(row => (table, row.Id)));
        await shop.Get<Duty>().Lease!.SaveAsync(new ProjectionChanges("a mishap", 0, [], gone));
        Assert.That(await AllAsync(shop), Is.Empty);
    }

    private static async Task<IReadOnlyList<string>> AllAsync(Workshop shop)
    {
        var all = new List<string>();
        foreach (var table in Tables)
            all.AddRange((await shop.RowsAsync(table)).Select(row => $"{table} {row.Id} {row.Rank} {System.Text.Encoding.UTF8.GetString(row.Json.Span)}"));
        return all;
    }
}
