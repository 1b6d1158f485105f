using IncidentBot.Host.Workers;
using IncidentBot.Host.Workers.Likenesses;
using IncidentBot.Host.Workers.Promises;
using IncidentBot.Ports;

namespace IncidentBot.Scenarios.Workers;

/// <summary>What stands of incidents on chats is drawn anew when they move.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LikenessTests
{
    private readonly RoomyChat pigeon = new("pigeon");

    [Test]
    public async Task What_moved_is_drawn_as_it_is_and_what_came_between_is_not()
    {
        await using var shop = await OpenAsync();
        await shop.UntilAsync(() => Task.FromResult(Drawn.Count == 1));
        for (var turn = 0; turn < 10; turn++) await SayAsync(shop, $"INC-1 severity sev{1 + turn % 2} \"again\"");
        await SayAsync(shop, "INC-1 severity sev4 \"at last\"");

        await shop.UntilAsync(() => Task.FromResult(Drawn.Count == 2), TimeSpan.FromSeconds(1));

        Assert.That(Drawn, Is.EqualTo(new[] { "draw INC-1 SEV3", "draw INC-1 SEV4" }));
    }

    [Test]
    public async Task A_chat_that_is_away_gets_the_latest_when_it_is_back_and_holds_no_promise_back()
    {
        await using var shop = await OpenAsync();
        await shop.UntilAsync(() => Task.FromResult(Drawn.Count == 1));
        pigeon.Fault = deed => deed.StartsWith("draw", StringComparison.Ordinal) ? new IOException("no route") : null;
        await SayAsync(shop, "INC-1 severity sev1");
        await shop.UntilAsync(() => Task.FromResult(pigeon.Done.Any(deed => deed.StartsWith("tell INC-1: Ana raised", StringComparison.Ordinal))), TimeSpan.FromSeconds(1));
        await SayAsync(shop, "INC-1 severity sev2 \"better\"");
        for (var minutes = 0; minutes < 20; minutes++)
        {
            shop.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(2);
        }
        pigeon.Fault = _ => null;

        var back = shop.Clock.GetUtcNow();
        await shop.UntilAsync(() => Task.FromResult(Drawn.Count == 2), TimeSpan.FromSeconds(1));

        Assert.That(Drawn[^1], Is.EqualTo("draw INC-1 SEV2"));
        Assert.That(shop.Clock.GetUtcNow() - back, Is.LessThan(TimeSpan.FromMinutes(2)));
    }

    [Test]
    public async Task A_chat_that_asks_to_wait_is_waited_for()
    {
        await using var shop = await OpenAsync();
        await shop.UntilAsync(() => Task.FromResult(Drawn.Count == 1));
        var calls = pigeon.Calls;
        pigeon.Fault = deed => deed.StartsWith("draw", StringComparison.Ordinal) && shop.Clock.GetUtcNow() < Workshop.Noon.AddMinutes(3) ? new FarSideBusyException("Later.", TimeSpan.FromMinutes(4)) : null;
        await SayAsync(shop, "INC-1 impact \"nobody can pay\"");
        await shop.UntilAsync(() => Task.FromResult(Drawn.Count == 2), TimeSpan.FromSeconds(5));

        Assert.That(shop.Clock.GetUtcNow(), Is.GreaterThanOrEqualTo(Workshop.Noon.AddMinutes(4)));
        Assert.That(pigeon.Calls, Is.EqualTo(calls + 3));
    }

    [Test]
    public async Task After_a_restart_only_what_is_behind_is_drawn()
    {
        var shop = await OpenAsync();
        await SayAsync(shop, "declare \"Payments are slow\"");
        await shop.UntilAsync(() => Task.FromResult(Drawn.Distinct().Count() == 2), TimeSpan.FromSeconds(1));
        await shop.UntilAsync(async () => (await shop.RowsAsync("likenesses:pigeon")).Count == 2);
        pigeon.Fault = _ => new IOException("no route");
        await SayAsync(shop, "INC-2 severity sev1");
        await shop.DisposeAsync();
        pigeon.Fault = _ => null;
        var drawn = Drawn.Count;

        await using var again = await StartAsync(shop);
        await again.UntilAsync(() => Task.FromResult(Drawn.Count > drawn), TimeSpan.FromSeconds(1));
        for (var seconds = 0; seconds < 60; seconds++) await again.UntilAsync(Passed(), TimeSpan.FromSeconds(1));

        Assert.That(Drawn.Skip(drawn), Is.EqualTo(new[] { "draw INC-2 SEV1" }));
    }

    [Test]
    public async Task What_a_drawing_gives_to_remember_is_recorded_once()
    {
        pigeon.Drawn = incident => incident.Cards.IsEmpty ? [new CardPlaced("pigeon", "card", "pigeon:card")] : [];
        await using var shop = await OpenAsync();
        await shop.UntilAsync(async () => (await shop.EventsAsync<CardPlaced>()).Count == 1);
        await SayAsync(shop, "INC-1 severity sev1");
        await shop.UntilAsync(() => Task.FromResult(Drawn.Count == 2), TimeSpan.FromSeconds(1));

        Assert.That((await shop.Desk.FindAsync(new IncidentId(1), Person.Bot))!.Cards["pigeon/card"], Is.EqualTo("pigeon:card"));
        Assert.That(await shop.EventsAsync<CardPlaced>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_room_that_is_lost_while_drawing_is_told()
    {
        pigeon.Fault = deed => deed.StartsWith("draw", StringComparison.Ordinal) ? new RoomLostException(RoomFate.Gone, "There is no such room.") : null;
        await using var shop = await OpenAsync();

        await shop.UntilAsync(async () => (await shop.EventsAsync<RoomChanged>()).Count == 1, TimeSpan.FromSeconds(1));

        Assert.That((await shop.EventsAsync<RoomChanged>()).Single().Fate, Is.EqualTo(RoomFate.Gone));
    }

    [Test]
    public async Task What_waits_elsewhere_is_drawn_when_it_begins_and_when_it_ends()
    {
        var owl = new ScriptedChat("owl") { Fault = _ => new IOException("no route") };
        IWaiting? waiting = null;
        var shown = new System.Collections.Concurrent.ConcurrentQueue<int>();
        pigeon.Drawn = incident =>
        {
            shown.Enqueue(waiting?.Of(incident.Id).Count(promise => promise.Destination == "owl") ?? 0);
            return [];
        };
        await using var shop = await OpenAsync(owl);
        waiting = shop.Get<IWaiting>();
        await shop.UntilAsync(() => Task.FromResult(shown.LastOrDefault() > 0), TimeSpan.FromSeconds(1));
        owl.Fault = _ => null;

        await shop.UntilAsync(() => Task.FromResult(shown.Last() == 0), TimeSpan.FromSeconds(1));

        Assert.That(waiting.All, Is.Empty);
    }

    private IReadOnlyList<string> Drawn => [.. pigeon.Done.Where(deed => deed.StartsWith("draw", StringComparison.Ordinal))];

    private async Task<Workshop> OpenAsync(params IChat[] others)
    {
        var shop = await StartAsync(null, others);
        await SayAsync(shop, "declare \"Checkout is down\"");
        return shop;
    }

    private async Task<Workshop> StartAsync(Workshop? after, params IChat[] others)
    {
        IReadOnlyList<IChat> chats = [pigeon, .. others];
        var shop = await Workshop.OpenAsync(after, DefaultPolicy.Create() with { Chats = [.. chats.Select(chat => chat.Name)], Mirrors = ["pigeon"] }, chats);
        await shop.RunAsync<FeedFollower>();
        await shop.RunAsync<EffectsWorker>();
        await shop.RunAsync<LikenessWorker>();
        return shop;
    }

    private static async Task SayAsync(Workshop shop, string line)
    {
        var reply = await shop.Desk.HearAsync(new Heard(line, Workshop.Ana, "web", IncidentId.House));
        Assert.That(reply.Refused, Is.False, reply.Text);
    }

    private static Func<Task<bool>> Passed()
    {
        var asked = 0;
        return () => Task.FromResult(asked++ > 0);
    }
}
