using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Stores;

public sealed class InMemoryStoreTests : TimelineStoreContract
{
    private InMemoryTimelineStore? _store;

    protected override Task<ITimelineStore> OpenAsync() => Task.FromResult<ITimelineStore>(_store ??= new InMemoryTimelineStore(Time));

    protected override void BreakDisk() => _store!.Fence("The disk is broken.");

    [Test]
    public async Task A_lease_can_be_lost_to_another_node()
    {
        var lease = await Store.TryAcquireLeaseAsync("workers");
        _store!.TakeLeaseAway("workers");
        Assert.That(lease!.Lost.IsCancellationRequested, Is.True);
        await Assert.ThrowsAsync<LeaseLostException>(async () => await lease.SaveAsync(Sample.Changes(1)));
    }
}
