using IncidentBot.Host.Workers;
using IncidentBot.Host.Workers.Promises;
using IncidentBot.Ports;

namespace IncidentBot.Scenarios.Workers;

/// <summary>What rooms on chats are owed is done there.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RoomTests
{
    private static readonly Person Ben = Person.WhoSays("Ben");

    private readonly RoomyChat pigeon = new("pigeon");

    [Test]
    public async Task What_is_said_elsewhere_is_told_in_order_and_known_there_from_then_on()
    {
        await using var shop = await OpenAsync();
        await DeclareAsync(shop);
        await shop.Desk.SayAsync(new Said("I see 500s", Ben, "web", new IncidentId(1)));
        await shop.Desk.HearAsync(new Heard("INC-1 severity sev1", Workshop.Ana, "web", IncidentId.House));

        await shop.UntilAsync(async () => (await shop.EventsAsync<EntryTold>()).Count == 2);

        Assert.That(pigeon.Done, Is.EqualTo(new[]
        {
            "open INC-1", "announce INC-1", "invite Ana to INC-1", "invite Ben to INC-1", "tell INC-1: Ben said: I see 500s", "tell INC-1: Ana raised the severity from SEV3 to SEV1",
        }));
        Assert.That((await FindAsync(shop)).KnownMessages["pigeon:2"], Is.EqualTo(2));
        Assert.That(pigeon.MayBeDone, Is.EqualTo(new[] { false, false }));
    }

    [Test]
    public async Task An_incident_without_a_room_has_nothing_to_be_done_in()
    {
        await using var shop = await OpenAsync();
        pigeon.Fault = deed => deed.StartsWith("open", StringComparison.Ordinal) ? new PromiseRefusedException("apps may not open rooms here.") : null;
        await DeclareAsync(shop);
        await shop.Desk.SayAsync(new Said("I see 500s", Ben, "web", new IncidentId(1)));

        await UntilKeptAsync(shop, "tell the room in pigeon");

        Assert.That(pigeon.Done, Is.EqualTo(new[] { "announce INC-1" }));
        Assert.That(await shop.EventsAsync<EntryTold>(), Is.Empty);
        Assert.That((await shop.EventsAsync<PromiseBroken>()).Select(broken => broken.Because), Is.EqualTo(new[] { "apps may not open rooms here." }));
    }

    [Test]
    public async Task A_room_that_is_gone_is_told_as_gone_and_nothing_more_is_tried_there()
    {
        await using var shop = await OpenAsync();
        await DeclareAsync(shop);
        await UntilKeptAsync(shop, "announce the incident in pigeon");
        pigeon.Fault = deed => deed.StartsWith("tell", StringComparison.Ordinal) ? new RoomLostException(RoomFate.Archived, "The room is archived.") : null;
        await shop.Desk.HearAsync(new Heard("INC-1 note \"one\"", Workshop.Ana, "web", IncidentId.House));
        await shop.UntilAsync(async () => (await shop.EventsAsync<RoomChanged>()).Count == 1);
        var calls = pigeon.Calls;
        await shop.Desk.HearAsync(new Heard("INC-1 note \"two\"", Workshop.Ana, "web", IncidentId.House));
        await shop.UntilAsync(() => Task.FromResult(shop.Get<PromiseBoard>().Count == 0));

        Assert.That((await shop.EventsAsync<RoomChanged>()).Single(), Is.EqualTo(new RoomChanged("pigeon", "#INC-1", RoomFate.Archived)));
        Assert.That(pigeon.Calls, Is.EqualTo(calls));
        Assert.That(await shop.EventsAsync<PromiseBroken>(), Is.Empty);
    }

    [Test]
    public async Task Whoever_cannot_be_invited_is_told_by_name_and_reason()
    {
        await using var shop = await OpenAsync();
        pigeon.NotInvited = person => person.Name == "Ben" ? "guests may not be invited by a bot." : null;
        await DeclareAsync(shop);
        await shop.Desk.HearAsync(new Heard("INC-1 join", Ben, "web", IncidentId.House));

        await shop.UntilAsync(async () => (await shop.EventsAsync<RoomInviteFailed>()).Count == 1);

        Assert.That((await shop.EventsAsync<RoomInviteFailed>()).Single().Sentence, Is.EqualTo("could not invite Ben to the room in pigeon: guests may not be invited by a bot."));
        await shop.UntilAsync(() => Task.FromResult(pigeon.Done.Contains("tell INC-1: IncidentBot could not invite Ben to the room in pigeon: guests may not be invited by a bot.")));
    }

    [Test]
    public async Task Who_may_see_an_incident_no_longer_leaves_its_room()
    {
        await using var shop = await OpenAsync();
        await DeclareAsync(shop, "--private");
        await shop.Desk.HearAsync(new Heard("INC-1 join", Ben, "web", IncidentId.House));
        await shop.Desk.HearAsync(new Heard("INC-1 member add @ben", Workshop.Ana, "web", IncidentId.House) { Mentioned = new Dictionary<string, Person> { ["ben"] = Ben } });
        await shop.Desk.HearAsync(new Heard("INC-1 member remove @ben", Workshop.Ana, "web", IncidentId.House) { Mentioned = new Dictionary<string, Person> { ["ben"] = Ben } });

        await shop.UntilAsync(() => Task.FromResult(pigeon.Done.Contains("remove Ben from INC-1")));
    }

    [Test]
    public async Task An_ended_incidents_room_is_archived_when_the_rules_say_so()
    {
        await using var shop = await OpenAsync();
        await DeclareAsync(shop);
        await UntilKeptAsync(shop, "open a room in pigeon");
        await shop.Desk.HearAsync(new Heard("INC-1 cancel \"a false alarm\"", Workshop.Ana, "web", IncidentId.House));
        await shop.RunAsync<ClockWorker>();

        await shop.UntilAsync(async () => (await shop.EventsAsync<RoomChanged>()).Count == 1, TimeSpan.FromHours(1));

        Assert.That(pigeon.Done.Count(deed => deed == "archive INC-1"), Is.EqualTo(1));
        Assert.That((await FindAsync(shop)).HasRoomOn("pigeon"), Is.False);
    }

    [Test]
    public async Task Redacted_words_are_taken_from_the_chat_also_where_they_were_told_anew()
    {
        await using var shop = await OpenAsync();
        await DeclareAsync(shop);
        await shop.Desk.SayAsync(new Said("the password is hunter2", Ben, "web", new IncidentId(1)));
        await shop.UntilAsync(async () => (await shop.EventsAsync<EntryTold>()).Count == 1);
        var reply = await shop.Desk.HearAsync(new Heard("INC-1 redact 2 \"a secret\"", Ben, "web", IncidentId.House));
        Assert.That(reply.Refused, Is.False, reply.Text);

        await shop.UntilAsync(async () => (await shop.EventsAsync<CopyForgotten>()).Count == 1);

        Assert.That(pigeon.Done, Does.Contain("forget INC-1 2: pigeon:2"));
    }

    [Test]
    public async Task Words_that_were_redacted_before_they_were_told_are_never_told()
    {
        await using var shop = await OpenAsync();
        pigeon.Fault = deed => new IOException("no route");
        await DeclareAsync(shop);
        await shop.Desk.SayAsync(new Said("the password is hunter2", Ben, "web", new IncidentId(1)));
        await shop.Desk.HearAsync(new Heard("INC-1 redact 2 \"a secret\"", Ben, "web", IncidentId.House));
        pigeon.Fault = _ => null;

        await shop.UntilAsync(() => Task.FromResult(shop.Get<PromiseBoard>().Count == 0), TimeSpan.FromSeconds(1));

        Assert.That(pigeon.Done, Has.None.Contain("hunter2"));
    }

    [Test]
    public async Task Subscribers_hear_of_each_turn_until_they_have_had_enough()
    {
        await using var shop = await OpenAsync();
        await DeclareAsync(shop);
        await shop.Desk.HearAsync(new Heard("INC-1 subscribe", Ben, "web", IncidentId.House));
        await shop.Desk.HearAsync(new Heard("INC-1 severity sev1", Workshop.Ana, "web", IncidentId.House));
        await shop.UntilAsync(() => Task.FromResult(pigeon.Done.Contains("tell Ben: Ana raised the severity from SEV3 to SEV1")));
        pigeon.Fault = _ => new IOException("no route");
        await shop.Desk.HearAsync(new Heard("INC-1 severity sev2 \"better\"", Workshop.Ana, "web", IncidentId.House));
        await shop.Desk.HearAsync(new Heard("INC-1 unsubscribe", Ben, "web", IncidentId.House));
        pigeon.Fault = _ => null;
        await shop.UntilAsync(() => Task.FromResult(shop.Get<PromiseBoard>().Count == 0), TimeSpan.FromSeconds(1));

        Assert.That(pigeon.Done.Count(deed => deed.StartsWith("tell Ben", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    private async Task<Workshop> OpenAsync()
    {
        var shop = await Workshop.OpenAsync(null, DefaultPolicy.Create() with { Chats = ["pigeon"], Mirrors = ["pigeon"] }, [pigeon]);
        await shop.RunAsync<FeedFollower>();
        await shop.RunAsync<EffectsWorker>();
        return shop;
    }

    private static async Task DeclareAsync(Workshop shop, string options = "") =>
        await shop.Desk.HearAsync(new Heard($"declare \"Checkout is down\" {options}", Workshop.Ana, "web", IncidentId.House));

    private static Task UntilKeptAsync(Workshop shop, string purpose) =>
        shop.UntilAsync(async () => (await shop.EventsAsync<PromiseKept>()).Any(kept => kept.Purpose == purpose));

    private static async Task<Incident> FindAsync(Workshop shop) => (await shop.Desk.FindAsync(new IncidentId(1), Person.Bot))!;
}
