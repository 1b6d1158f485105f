using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Adapters.Tests.Stores;

public sealed partial class LiteDbStoreTests
{
    private const int NoSpace = 28;

    [TestCase(false), TestCase(true)]
    public async Task A_full_disk_stops_the_store_and_says_so(bool onlySyncs)
    {
        await AppendAsync(Sample.Append(1, entries: 3));
        if (onlySyncs)
            _disk.SyncFault = Full;
        else
            _disk.Fault = Full;
        var fenced = await Assert.ThrowsAsync<StoreFencedException>(async () => await Store.AppendAsync(Sample.Append(1, entries: 200)));
        Assert.That(fenced!.Message, Does.Contain(_directory).And.Contain("full"));

        await ReopenAsync();
        Assert.That((await WholeFeedAsync()).Count, Is.EqualTo(3).Or.EqualTo(203));
        await AppendAsync(Sample.Append(1));

        static IOException Full() => new("No space left on device", NoSpace);
    }

    [Test]
    public async Task A_disk_that_fills_up_in_a_checkpoint_loses_nothing()
    {
        await AppendAsync(Sample.Append(1, entries: 300));
        _disk.Fault = () => new IOException("No space left on device", NoSpace);
        await Store.DisposeAsync();
        Assert.That(Store.Health.Fenced, Does.Contain("full"));
        await ReopenAsync();
        Assert.That(await WholeFeedAsync(), Has.Count.EqualTo(300));
    }

    [Test]
    public async Task Entries_are_answered_and_shown_only_once_they_are_on_the_device()
    {
        await AppendAsync(Sample.Append(1));
        _disk.HoldSyncs();
        var append = Store.AppendAsync(Sample.Keyed(1, "k")).AsTask();
        var repeated = Store.AppendAsync(Sample.Keyed(1, "k")).AsTask();
        var conflict = Store.AppendAsync(Sample.Append(1, expected: 1)).AsTask();
        var waiting = Store.WaitAsync(1).AsTask();
        Assert.That(await Store.ReadFeedAsync(0, 10), Has.Count.EqualTo(1));
        Assert.That(await Store.ReadStreamAsync(1, 0, 10), Has.Count.EqualTo(1));
        Assert.That(Store.Health.DurablePosition, Is.EqualTo(1));
        Assert.That(new Task[] { append, repeated, conflict, waiting }.Any(task => task.IsCompleted), Is.False);
        _disk.LetSyncs();
        Assert.That(await append, Is.InstanceOf<AppendOutcome.Appended>());
        Assert.That(await repeated, Is.InstanceOf<AppendOutcome.Repeated>());
        Assert.That(await conflict, Is.EqualTo(new AppendOutcome.Conflicted(2)));
        await waiting;
    }

    [Test]
    public async Task An_append_whose_caller_went_away_is_still_written()
    {
        _disk.HoldSyncs();
        using var cancellation = new CancellationTokenSource();
        var append = Store.AppendAsync(Sample.Keyed(1, "k"), cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), () => append);
        _disk.LetSyncs();
        Assert.That(await Store.AppendAsync(Sample.Keyed(1, "k")), Is.InstanceOf<AppendOutcome.Repeated>());
    }

    [Test]
    public async Task A_slow_disk_makes_callers_wait_and_then_all_are_written()
    {
        const int Many = 6000;
        _disk.HoldSyncs();
        using var cancellation = new CancellationTokenSource();
        var accepted = Enumerable.Range(0, Many).Select(_ => Store.AppendAsync(Sample.Append(1)).AsTask()).ToList();
        var impatient = Store.AppendAsync(Sample.Append(2), cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), () => impatient);
        _disk.LetSyncs();
        await Task.WhenAll(accepted);
        var feed = await WholeFeedAsync();
        Assert.That(feed.Select(e => e.Stream), Is.All.EqualTo(1).And.Exactly(Many).Items);
    }

    [Test]
    public async Task The_same_directory_cannot_be_opened_twice()
    {
        var refusal = await Assert.ThrowsAsync<StoreInUseException>(OpenAsync);
        Assert.That(refusal!.Message, Does.Contain(_directory).And.Contain("in use by another process"));
    }

    [Test]
    public async Task A_directory_that_cannot_be_written_is_refused_with_a_sentence()
    {
        // Root may write wherever permissions say no; the kernel's own file systems refuse it too.
        var directory = OperatingSystem.IsLinux() ? "/sys/incidentbot" : Path.Combine(_directory, "timeline.db", "below-a-file");
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => LiteDbTimelineStore.OpenAsync(new LocalDisk(directory), Time, NullLogger.Instance));
        Assert.That(refusal!.Message, Does.Contain(directory).And.Contain("Store:Path"));
    }

    [Test]
    public async Task A_closed_store_says_that_it_is_closed()
    {
        var waiting = Store.WaitAsync(0).AsTask();
        await Store.DisposeAsync();
        await Store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Store.AppendAsync(Sample.Append(1)));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Store.ReadFeedAsync(0, 1));
    }
}
