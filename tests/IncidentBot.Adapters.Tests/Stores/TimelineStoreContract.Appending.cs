using IncidentBot.Ports;

namespace IncidentBot.Adapters.Tests.Stores;

public abstract partial class TimelineStoreContract
{
    [Test]
    public async Task Positions_and_numbers_have_no_holes()
    {
        await AppendAsync(Sample.Append(1, entries: 2));
        await AppendAsync(Sample.Append(2));
        await AppendAsync(Sample.Append(1));
        var feed = await WholeFeedAsync();
        Assert.That(feed.Select(e => (e.Position, e.Stream, e.Number)), Is.EqualTo([(1, 1, 1), (2, 1, 2), (3, 2, 1), (4, 1, 3)]));
    }

    [Test]
    public async Task What_is_appended_is_what_is_read()
    {
        var answered = await AppendAsync(Sample.Keyed(7, "web:ana:1", entries: 3));
        await ReopenAsync();
        var read = await Store.ReadFeedAsync(0, 10);
        Assert.That(read.Select(Flat), Is.EqualTo(answered.Select(Flat)));
    }

    [Test]
    public async Task An_append_under_the_right_number_is_accepted()
    {
        await AppendAsync(Sample.Append(1, expected: 0, entries: 2));
        Assert.That((await AppendAsync(Sample.Append(1, expected: 2)))[0].Number, Is.EqualTo(3));
    }

    [TestCase(0), TestCase(1), TestCase(3)]
    public async Task An_append_under_another_number_conflicts(int expected)
    {
        await AppendAsync(Sample.Append(1, entries: 2));
        var outcome = await Store.AppendAsync(Sample.Append(1, expected));
        Assert.That(outcome, Is.EqualTo(new AppendOutcome.Conflicted(2)));
        Assert.That(await WholeFeedAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_new_stream_under_a_number_conflicts_at_zero()
        => Assert.That(await Store.AppendAsync(Sample.Append(1, expected: 1)), Is.EqualTo(new AppendOutcome.Conflicted(0)));

    [Test]
    public async Task Of_many_who_race_for_one_number_one_wins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await Store.AppendAsync(Sample.Append(1, expected: 0)))));
        Assert.That(outcomes.OfType<AppendOutcome.Appended>().Count(), Is.EqualTo(1));
        Assert.That(outcomes.OfType<AppendOutcome.Conflicted>().Select(o => o.ActualNumber), Is.All.EqualTo(1).And.Exactly(49).Items);
    }

    [Test]
    public async Task Many_writers_leave_whole_batches_without_holes()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var batch = 0; batch < 20; batch++)
                await AppendAsync(Sample.Append(writer % 4, entries: 3));
        })));
        var feed = await WholeFeedAsync();
        Assert.That(feed.Select(e => e.Position), Is.EqualTo(Enumerable.Range(1, 16 * 20 * 3)));
        Assert.That(feed.Chunk(3).Select(batch => batch.Select(e => e.Stream).Distinct().Count()), Is.All.EqualTo(1));
        foreach (var stream in feed.GroupBy(e => e.Stream))
            Assert.That(stream.Select(e => e.Number), Is.EqualTo(Enumerable.Range(1, 16 * 20 * 3 / 4)));
    }

    [Test]
    public async Task A_batch_may_be_large()
    {
        var body = new byte[NewEntry.LargestBody];
        await AppendAsync(new AppendRequest(1, 0, [.. Enumerable.Repeat(Sample.Entry() with { Body = body }, 60)]));
        Assert.That((await WholeFeedAsync()).Select(e => e.Body.Length), Is.All.EqualTo(body.Length).And.Exactly(60).Items);
    }

    [Test]
    public async Task What_no_store_can_keep_is_refused_before_anything_is_written()
    {
        await RefusedAsync(Sample.Append(-1));
        await RefusedAsync(Sample.Append(1L << 39));
        await RefusedAsync(Sample.Append(1, expected: -1));
        await RefusedAsync(Sample.Append(1, entries: 0));
        await RefusedAsync(Sample.Keyed(1, ""));
        await RefusedAsync(Sample.Keyed(1, new string('k', 513)));
        await RefusedAsync(new AppendRequest(1, null, [Sample.Entry() with { Body = new byte[NewEntry.LargestBody + 1] }]));
        await RefusedAsync(new AppendRequest(1, null, [Sample.Entry() with { By = Sample.Ana with { Name = new string('a', 2001) } }]));
        await RefusedAsync(new AppendRequest(1, null, [.. Enumerable.Repeat(Sample.Entry() with { Body = new byte[NewEntry.LargestBody] }, 65)]));
        Assert.That(Store.Health, Is.EqualTo(new StoreHealth(null, 0)));

        async Task RefusedAsync(AppendRequest request) => await Assert.ThrowsAsync<ArgumentException>(async () => await Store.AppendAsync(request));
    }

    [Test]
    public async Task An_append_that_was_cancelled_beforehand_leaves_nothing()
    {
        await Assert.ThrowsAsync(
            Is.InstanceOf<OperationCanceledException>(), async () => await Store.AppendAsync(Sample.Append(1), new CancellationToken(canceled: true)));
        Assert.That(await WholeFeedAsync(), Is.Empty);
    }

    private static string Flat(TimelineEntry entry)
        => $"{entry with { Salt = default, Body = default, PreviousHash = default, Hash = default, ErasedDigest = default }} "
            + string.Join(' ', new[] { entry.Salt, entry.Body, entry.PreviousHash, entry.Hash, entry.ErasedDigest }.Select(bytes => Convert.ToHexString(bytes.Span)));
}
