using IncidentBot.Ports;

namespace IncidentBot.Adapters.Tests.Stores;

public abstract partial class TimelineStoreContract
{
    [Test]
    public async Task Waiting_ends_at_once_when_the_entry_is_there()
    {
        await AppendAsync(Sample.Append(1, entries: 2));
        await Store.WaitAsync(1);
    }

    [Test]
    public async Task Waiting_ends_with_the_next_entry()
    {
        await AppendAsync(Sample.Append(1));
        var waiting = Enumerable.Range(0, 10).Select(_ => Store.WaitAsync(1).AsTask()).ToList();
        Assert.That(waiting.Select(w => w.IsCompleted), Is.All.False);
        await AppendAsync(Sample.Append(1));
        await Task.WhenAll(waiting);
        Assert.That(await Store.ReadFeedAsync(1, 1), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_cancelled_waiter_leaves_the_others_waiting()
    {
        using var cancellation = new CancellationTokenSource();
        var cancelled = Store.WaitAsync(0, cancellation.Token).AsTask();
        var other = Store.WaitAsync(0).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), () => cancelled);
        Assert.That(other.IsCompleted, Is.False);
        await AppendAsync(Sample.Append(1));
        await other;
    }

    [Test]
    public async Task A_fenced_store_fails_fast_and_says_why()
    {
        await AppendAsync(Sample.Append(1));
        var waiting = Store.WaitAsync(1).AsTask();
        var lease = await Store.TryAcquireLeaseAsync("workers");
        BreakDisk();
        await FencedAsync(() => Store.AppendAsync(Sample.Append(1)).AsTask());
        await FencedAsync(() => waiting);
        await FencedAsync(() => Store.AppendAsync(Sample.Append(1)).AsTask());
        await FencedAsync(() => Store.ReadFeedAsync(0, 1).AsTask());
        await FencedAsync(() => Store.HeadAsync(1).AsTask());
        await FencedAsync(() => Store.WaitAsync(0).AsTask());
        await FencedAsync(() => Store.TryAcquireLeaseAsync("others").AsTask());
        await FencedAsync(() => lease!.SaveAsync(Sample.Changes(1)).AsTask());
        Assert.That(Store.Health.Fenced, Is.Not.Empty);
        Assert.That(Store.Health.DurablePosition, Is.EqualTo(1));

        async Task FencedAsync(Func<Task> call)
            => Assert.That((await Assert.ThrowsAsync<StoreFencedException>(call))!.Message, Is.EqualTo(Store.Health.Fenced));
    }
}
