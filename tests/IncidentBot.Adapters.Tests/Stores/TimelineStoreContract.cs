using IncidentBot.Ports;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Adapters.Tests.Stores;

/// <summary>The exam that every timeline store sits.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract partial class TimelineStoreContract
{
    protected FakeTimeProvider Time { get; } = new(Sample.Noon);

    protected ITimelineStore Store { get; private set; } = null!;

    [SetUp]
    public async Task OpenStore() => Store = await OpenAsync();

    [TearDown]
    public async Task CloseStore()
    {
        await Store.DisposeAsync();
        await ForgetAsync();
    }

    /// <summary>A store over what this test has written so far.</summary>
    protected abstract Task<ITimelineStore> OpenAsync();

    /// <summary>Makes whatever the store writes to fail at the next write.</summary>
    protected abstract void BreakDisk();

    protected virtual Task ForgetAsync() => Task.CompletedTask;

    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = await OpenAsync();
    }

    protected async Task<IReadOnlyList<TimelineEntry>> AppendAsync(AppendRequest request)
        => await Store.AppendAsync(request) is AppendOutcome.Appended done ? done.Entries : throw new AssertionException("nothing was appended");

    protected async Task<List<TimelineEntry>> WholeFeedAsync()
    {
        var all = new List<TimelineEntry>();
        while (await Store.ReadFeedAsync(all.Count, ITimelineStore.LargestPage) is { Count: > 0 } page)
            all.AddRange(page);
        return all;
    }

    protected async Task<List<TimelineEntry>> WholeStreamAsync(long stream)
    {
        var all = new List<TimelineEntry>();
        while (await Store.ReadStreamAsync(stream, all.Count, ITimelineStore.LargestPage) is { Count: > 0 } page)
            all.AddRange(page);
        return all;
    }
}
