using IncidentBot.Ports;

namespace IncidentBot.Adapters.Tests.Stores;

public abstract partial class TimelineStoreContract
{
    private async Task SaveAsync(ProjectionChanges changes)
    {
        await using var lease = await Store.TryAcquireLeaseAsync("workers");
        await lease!.SaveAsync(changes);
    }

    [Test]
    public async Task A_row_can_be_written_replaced_and_removed()
    {
        Assert.That(await Store.FindRowAsync("incidents", 1), Is.Null);
        await SaveAsync(Sample.Changes(1, Sample.Row(1, 10, "one"), Sample.Row(2, 20, "two"), Sample.Row(1, 5, "other", "promises")));
        await SaveAsync(Sample.Changes(2, Sample.Row(1, 30, "one again")));
        await SaveAsync(Sample.Changes(3) with { Deletes = [("incidents", 2), ("incidents", 99)] });
        await ReopenAsync();
        Assert.That((await Store.FindRowAsync("incidents", 1)).Text(), Is.EqualTo("one again"));
        Assert.That(await Store.FindRowAsync("incidents", 2), Is.Null);
        Assert.That((await Store.FindRowAsync("promises", 1)).Text(), Is.EqualTo("other"));
        Assert.That(await IdsAsync(new RowQuery("incidents", long.MinValue, long.MaxValue, 10)), Is.EqualTo([1]));
    }

    [Test]
    public async Task Rows_and_checkpoint_survive_a_restart_together()
    {
        await SaveAsync(Sample.Changes(7, Sample.Row(1, 1)));
        await ReopenAsync();
        Assert.That(await Store.CheckpointAsync("lists"), Is.EqualTo(7));
        Assert.That(await Store.CheckpointAsync("search"), Is.Zero);
        Assert.That(await Store.FindRowAsync("incidents", 1), Is.Not.Null);
    }

    [Test]
    public async Task A_checkpoint_never_goes_back()
    {
        await SaveAsync(Sample.Changes(7, Sample.Row(1, 1, "seven")));
        await SaveAsync(Sample.Changes(7, Sample.Row(1, 1, "seven again")));
        await Assert.ThrowsAsync<ArgumentException>(() => SaveAsync(Sample.Changes(6, Sample.Row(1, 1, "six"))));
        Assert.That(await Store.CheckpointAsync("lists"), Is.EqualTo(7));
        Assert.That((await Store.FindRowAsync("incidents", 1)).Text(), Is.EqualTo("seven again"));
    }

    [Test]
    public async Task Rows_are_read_by_rank_within_their_table()
    {
        await SaveAsync(Sample.Changes(1,
            Sample.Row(1, 30), Sample.Row(2, -10), Sample.Row(3, 20), Sample.Row(4, 20), Sample.Row(-5, 20), Sample.Row(6, long.MaxValue), Sample.Row(7, long.MinValue),
            Sample.Row(8, 20, table: "incident"), Sample.Row(9, 20, table: "incidents2")));
        Assert.That(await IdsAsync(new RowQuery("incidents", long.MinValue, long.MaxValue, 500)), Is.EqualTo([7, 2, -5, 3, 4, 1, 6]));
        Assert.That(await IdsAsync(new RowQuery("incidents", -10, 20, 500)), Is.EqualTo([2, -5, 3, 4]));
        Assert.That(await IdsAsync(new RowQuery("incidents", -10, 20, 2)), Is.EqualTo([2, -5]));
        Assert.That(await IdsAsync(new RowQuery("incidents", -10, 20, 3, Descending: true)), Is.EqualTo([4, 3, -5]));
        Assert.That(await IdsAsync(new RowQuery("incidents", 21, 29, 500)), Is.Empty);
        Assert.That(await IdsAsync(new RowQuery("incidents", 30, 20, 500)), Is.Empty);
    }

    [TestCase(false), TestCase(true)]
    public async Task Rows_are_paged_behind_the_last_one_that_was_read(bool descending)
    {
        var rows = Enumerable.Range(1, 40).Select(id => Sample.Row(id, id / 7)).ToArray();
        await SaveAsync(Sample.Changes(1, rows));
        var query = new RowQuery("incidents", 1, 4, 3, descending);
        var read = new List<long>();
        while (await Store.ReadRowsAsync(query) is { Count: > 0 } page)
        {
            read.AddRange(page.Select(row => row.Id));
            query = query with { After = (page[^1].Rank, page[^1].Id) };
        }
        var expected = rows.Where(row => row.Rank is >= 1 and <= 4).Select(row => row.Id);
        Assert.That(read, Is.EqualTo(descending ? expected.Reverse() : expected));
    }

    [Test]
    public async Task Behind_the_last_place_of_all_there_is_nothing()
    {
        await SaveAsync(Sample.Changes(1, Sample.Row(1, 1)));
        Assert.That(await IdsAsync(new RowQuery("incidents", 0, 9, 5, After: (long.MaxValue, long.MaxValue))), Is.Empty);
        Assert.That(await IdsAsync(new RowQuery("incidents", 0, 9, 5, Descending: true, After: (long.MinValue, long.MinValue))), Is.Empty);
    }

    [Test]
    public async Task A_lease_has_one_holder_until_it_is_given_back()
    {
        var first = await Store.TryAcquireLeaseAsync("workers");
        Assert.That(first!.Lost.IsCancellationRequested, Is.False);
        Assert.That(await Store.TryAcquireLeaseAsync("workers"), Is.Null);
        Assert.That(await Store.TryAcquireLeaseAsync("others"), Is.Not.Null);
        await first.DisposeAsync();
        await using var second = await Store.TryAcquireLeaseAsync("workers");
        await first.DisposeAsync();
        await second!.SaveAsync(Sample.Changes(1));
    }

    [Test]
    public async Task An_old_holder_cannot_save()
    {
        var old = await Store.TryAcquireLeaseAsync("workers");
        await old!.DisposeAsync();
        await using var now = await Store.TryAcquireLeaseAsync("workers");
        await Assert.ThrowsAsync<LeaseLostException>(async () => await old.SaveAsync(Sample.Changes(1, Sample.Row(1, 1))));
        Assert.That(await Store.FindRowAsync("incidents", 1), Is.Null);
    }

    [Test]
    public async Task Rows_are_saved_while_entries_are_appended()
    {
        await using var lease = await Store.TryAcquireLeaseAsync("workers");
        await Task.WhenAll(
            Task.Run(async () =>
            {
                for (var i = 1; i <= 60; i++)
                    await lease!.SaveAsync(Sample.Changes(i, Sample.Row(i % 10, i, $"{i}")));
            }),
            Task.WhenAll(Enumerable.Range(1, 4).Select(stream => Task.Run(async () =>
            {
                for (var i = 0; i < 30; i++)
                    await AppendAsync(Sample.Append(stream));
            }))));
        await ReopenAsync();
        Assert.That(await Store.CheckpointAsync("lists"), Is.EqualTo(60));
        Assert.That(await IdsAsync(new RowQuery("incidents", 0, 100, 100)), Is.EqualTo([1, 2, 3, 4, 5, 6, 7, 8, 9, 0]));
        Assert.That(await WholeFeedAsync(), Has.Count.EqualTo(120));
    }

    private async Task<List<long>> IdsAsync(RowQuery query) => [.. (await Store.ReadRowsAsync(query)).Select(row => row.Id)];
}
