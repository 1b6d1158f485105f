using IncidentBot.Ports;

namespace IncidentBot.Adapters.Tests.Stores;

public abstract partial class TimelineStoreContract
{
    [TestCase(1), TestCase(7), TestCase(500)]
    public async Task The_feed_can_be_read_in_pages(int take)
    {
        await AppendAsync(Sample.Append(1, entries: 11));
        await AppendAsync(Sample.Append(2, entries: 12));
        var read = new List<long>();
        while (await Store.ReadFeedAsync(read.Count, take) is { Count: > 0 } page)
        {
            Assert.That(page, Has.Count.LessThanOrEqualTo(take));
            read.AddRange(page.Select(e => e.Position));
        }
        Assert.That(read, Is.EqualTo(Enumerable.Range(1, 23)));
    }

    [TestCase(1), TestCase(7), TestCase(500)]
    public async Task A_stream_can_be_read_in_pages(int take)
    {
        await AppendAsync(Sample.Append(2, entries: 12));
        await AppendAsync(Sample.Append(1, entries: 5));
        await AppendAsync(Sample.Append(3, entries: 5));
        await AppendAsync(Sample.Append(2, entries: 12));
        var read = new List<int>();
        while (await Store.ReadStreamAsync(2, read.Count, take) is { Count: > 0 } page)
        {
            Assert.That(page, Has.Count.LessThanOrEqualTo(take));
            Assert.That(page.Select(e => e.Stream), Is.All.EqualTo(2));
            read.AddRange(page.Select(e => e.Number));
        }
        Assert.That(read, Is.EqualTo(Enumerable.Range(1, 24)));
    }

    [Test]
    public async Task Beyond_the_end_there_is_nothing()
    {
        await AppendAsync(Sample.Append(1));
        Assert.That(await Store.ReadFeedAsync(1, 500), Is.Empty);
        Assert.That(await Store.ReadFeedAsync(long.MaxValue, 500), Is.Empty);
        Assert.That(await Store.ReadStreamAsync(1, 1, 500), Is.Empty);
        Assert.That(await Store.ReadStreamAsync(1, int.MaxValue, 500), Is.Empty);
        Assert.That(await Store.ReadStreamAsync(9, 0, 500), Is.Empty);
    }

    [TestCase(0), TestCase(501)]
    public async Task A_page_has_one_to_five_hundred_entries(int take)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.ReadFeedAsync(0, take));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.ReadStreamAsync(1, 0, take));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.ReadRowsAsync(new RowQuery("incidents", 0, 1, take)));
    }

    [Test]
    public async Task The_head_is_the_last_entry()
    {
        Assert.That((await Store.HeadAsync(4)).Number, Is.Zero);
        Assert.That((await Store.HeadAsync(4)).Hash.ToArray(), Is.EqualTo(EntryHash.Zero.ToArray()));
        var last = (await AppendAsync(Sample.Append(4, entries: 3)))[^1];
        await ReopenAsync();
        var head = await Store.HeadAsync(4);
        Assert.That(head.Number, Is.EqualTo(3));
        Assert.That(head.Hash.ToArray(), Is.EqualTo(last.Hash.ToArray()));
    }

    [Test]
    public async Task The_last_stream_is_the_highest_in_use()
    {
        Assert.That(await Store.LastStreamAsync(), Is.Zero);
        await AppendAsync(Sample.Append(0));
        Assert.That(await Store.LastStreamAsync(), Is.Zero);
        await AppendAsync(Sample.Append(41));
        await AppendAsync(Sample.Append(7));
        Assert.That(await Store.LastStreamAsync(), Is.EqualTo(41));
        await ReopenAsync();
        Assert.That(await Store.LastStreamAsync(), Is.EqualTo(41));
    }

    [Test]
    public async Task The_feed_shows_no_hole_while_many_write()
    {
        var writing = Task.WhenAll(Enumerable.Range(1, 16).Select(stream => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
                await AppendAsync(Sample.Append(stream, entries: 1 + i % 3));
        })));
        var seen = 0L;
        while (!writing.IsCompleted || seen < Store.Health.DurablePosition)
        {
            foreach (var entry in await Store.ReadFeedAsync(seen, 50))
                Assert.That(entry.Position, Is.EqualTo(++seen));
            Assert.That(seen, Is.LessThanOrEqualTo(Store.Health.DurablePosition));
        }
        await writing;
    }
}
