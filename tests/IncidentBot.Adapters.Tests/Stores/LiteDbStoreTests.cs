using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Adapters.Tests.Stores;

public sealed partial class LiteDbStoreTests : TimelineStoreContract
{
    private readonly string _directory = Directory.CreateTempSubdirectory("timeline-").FullName;
    private FaultyDisk _disk = null!;

    protected override async Task<ITimelineStore> OpenAsync()
    {
        _disk = new FaultyDisk(new LocalDisk(_directory));
        return await LiteDbTimelineStore.OpenAsync(_disk, Time, NullLogger.Instance);
    }

    protected override void BreakDisk() => _disk.Fault = () => new IOException("The disk is broken.");

    protected override Task ForgetAsync()
    {
        Directory.Delete(_directory, recursive: true);
        // LiteDB has finalizers that throw; one that did would end this process.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Task.CompletedTask;
    }
}
