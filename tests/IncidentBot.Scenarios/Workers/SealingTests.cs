using IncidentBot.Host.Workers.Reading;
using IncidentBot.Host.Workers.Seals;
using IncidentBot.Ports;

namespace IncidentBot.Scenarios.Workers;

public sealed class SealingTests
{
    [Test]
    public async Task What_is_new_is_sealed_at_intervals_and_what_is_sealed_is_left_alone()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\"");
        await shop.Desk.SayAsync(new Said("hello", Workshop.Ana, "web", IncidentId.House));
        await shop.FollowAsync();

        await shop.Worker<SealWorker>().SealAllAsync(default);
        await shop.FollowAsync();
        Assert.That((await shop.EventsAsync<TimelineSealed>()).Single().UpTo, Is.EqualTo(1));
        Assert.That((await shop.EventsAsync<TimelineSealed>(0)).Single().UpTo, Is.EqualTo(1));
        Assert.That(await shop.RowsAsync(Rows.Unsealed), Is.Empty);

        await shop.Worker<SealWorker>().SealAllAsync(default);
        Assert.That(await shop.EventsAsync<TimelineSealed>(), Has.Count.EqualTo(1));

        await shop.SayAsync("INC-1 note \"the disk is full\"");
        await shop.Worker<SealWorker>().SealAllAsync(default);
        Assert.That((await shop.EventsAsync<TimelineSealed>())[^1].UpTo, Is.EqualTo(3));
    }

    [Test]
    public async Task Verify_in_the_room_says_up_to_which_entry_it_can_speak()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\"");
        Assert.That((await shop.SayAsync("INC-1 verify")).Text, Is.EqualTo("INC-1: 1 entry, chain intact; nothing is sealed yet."));

        await shop.Worker<SealWorker>().SealAllAsync(default);

        Assert.That((await shop.SayAsync("INC-1 verify")).Text, Is.EqualTo("INC-1: 2 entries, chain intact, sealed up to 1; entry 2 is chained but not sealed yet."));
        Assert.That((await shop.SayAsync("verify")).Text, Is.EqualTo("2 timelines with 2 entries: every chain is intact. 1 entry is chained but not sealed yet."));
    }

    [Test]
    public async Task Verify_tells_nobody_of_an_incident_that_they_may_not_see()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"A leak\" --private");
        await shop.Store.AppendAsync(new AppendRequest(1, null, [new NewEntry(Workshop.Noon, Workshop.Ana, "web", nameof(TimelineSealed), "nonsense"u8.ToArray())]));
        await shop.FollowAsync();

        Assert.That((await shop.SayAsync("verify")).Text, Does.StartWith("INC-1: entry 2 cannot be read."));
        Assert.That((await shop.SayAsync("verify", Person.WhoSays("Eve"))).Text, Does.StartWith("1 timeline with 0 entries"));
    }

    [Test]
    public async Task The_nightly_verification_tells_the_general_room_what_is_wrong_but_not_what_is_private()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\"");
        await shop.SayAsync("declare \"A leak\" --private");
        foreach (var stream in new[] { 1, 2 })
            await shop.Store.AppendAsync(new AppendRequest(stream, null, [new NewEntry(Workshop.Noon, Workshop.Ana, "web", nameof(TimelineSealed), "{\"event\":{\"seal\":9,\"upTo\":1,\"head\":\"012345678901234567890\",\"mac\":\"00\"}}"u8.ToArray())]));

        await shop.Worker<NightlyVerification>().VerifyAsync(default);
        await shop.Worker<NightlyVerification>().VerifyAsync(default);

        var failed = (await shop.EventsAsync<VerificationFailed>(0)).Single();
        Assert.That(failed.Findings.Single(), Does.Contain("seal 9, of which entry 2 of INC-1 speaks, is missing"));
        Assert.That(failed.Withheld, Is.EqualTo(1));
    }

    [Test]
    public async Task The_nightly_verification_comes_at_three()
    {
        await using var shop = await Workshop.OpenAsync();
        await shop.SayAsync("declare \"Checkout is down\"");
        await shop.Store.AppendAsync(new AppendRequest(1, null, [new NewEntry(Workshop.Noon, Workshop.Ana, "web", nameof(TimelineSealed), "nonsense"u8.ToArray())]));
        await shop.RunAsync<NightlyVerification>();

        await shop.UntilAsync(async () => (await shop.EventsAsync<VerificationFailed>(0)).Count > 0, TimeSpan.FromMinutes(1));

        Assert.That((await shop.EntriesAsync(0)).Single().RecordedAt, Is.EqualTo(Workshop.Noon.AddHours(15)).Within(TimeSpan.FromMinutes(30)));
    }
}
