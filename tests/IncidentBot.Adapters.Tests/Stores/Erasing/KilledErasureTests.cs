using IncidentBot.Adapters.Tests.Stores.PowerCuts;
using IncidentBot.Ports;

namespace IncidentBot.Adapters.Tests.Stores.Erasing;

/// <summary>A process that dies while it erases: at the next opening the entry is whole, or gone to the last byte.</summary>
public sealed class KilledErasureTests
{
    private const int Entries = 40;

    [Test]
    public async Task Killed_at_any_moment_of_an_erasure_the_entry_is_whole_or_gone()
    {
        await using var disk = await ErasedDisk.OpenAsync();
        var secret = await PrepareAsync(disk);
        var (before, traces) = (disk.Disk.Events.Count, new Traces(secret.Body, secret.Salt));
        await disk.EraseAsync(1, secret.Number);
        var (events, outcomes) = (disk.Disk.Events, new HashSet<bool>());
        for (var moment = before; moment <= events.Count; moment++)
            outcomes.Add(await IsErasedAsync(Left(events.Take(moment)), secret, traces, $"killed after event {moment - before} of {events.Count - before}"));
        Assert.That(outcomes, Is.EquivalentTo([false, true]));
    }

    [Test]
    public async Task What_an_earlier_version_left_in_the_log_is_gone_after_an_opening()
    {
        await using var disk = await ErasedDisk.OpenAsync();
        var secret = await PrepareAsync(disk);
        await disk.EraseAsync(1, secret.Number);
        var emptied = disk.Disk.Events.Index().Last(step => step.Item is { Deed: DiskDeed.Write, File: "timeline.log", Offset: < 8192 }).Index;
        var left = Left(disk.Disk.Events.Take(emptied + 2));
        var traces = new Traces(secret.Body);
        Assert.That(traces.In(left), Is.Not.Empty.And.All.StartWith("timeline.log"), "checkpointed, but not wiped");
        Assert.That(await IsErasedAsync(left, secret, traces, "wiped at the opening"));
    }

    private static async Task<TimelineEntry> PrepareAsync(ErasedDisk disk)
    {
        for (var number = 1; number < Entries; number++)
            await disk.RecordAsync(number * 40);
        return await disk.RecordAsync(20_000, key: "web:ana:x", digest: 7);
    }

    private static async Task<bool> IsErasedAsync(Dictionary<string, byte[]> left, TimelineEntry secret, Traces traces, string when)
    {
        await using var disk = await ErasedDisk.OpenAsync(left);
        var read = await disk.Store.ReadStreamAsync(1, 0, ITimelineStore.LargestPage);
        Assert.That(read.Select(entry => EntryHash.Of(entry)), Is.EqualTo(read.Select(entry => entry.Hash.ToArray())), when);
        var isErased = read[secret.Number - 1].IsErased;
        Assert.That(read, Has.Count.EqualTo(isErased ? Entries + 1 : Entries), when);
        Assert.That((await disk.Store.FindKeyAsync("web:ana:x"))!.LineDigest, Is.EqualTo(isErased ? null : (ulong?)7), when);
        Assert.That(disk.Find(traces), isErased ? Is.Empty : Is.Not.Empty, when);
        return isErased;
    }

    /// <summary>All that a killed process wrote, synced or not.</summary>
    private static Dictionary<string, byte[]> Left(IEnumerable<DiskEvent> events)
    {
        var history = new DiskHistory(new RecordedDisk());
        foreach (var done in events)
            history.Play(done);
        history.Play(new DiskEvent(DiskDeed.SyncNames, ""));
        return history.PullThePlug(Survival.Everything, new Random(1));
    }
}
