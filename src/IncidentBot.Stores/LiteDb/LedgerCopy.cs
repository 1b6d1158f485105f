using IncidentBot.Ports;
using IncidentBot.Stores.Backups;
using IncidentBot.Stores.Disks;

namespace IncidentBot.Stores.LiteDb;

/// <summary>
/// A copy of the data file with an empty log beside it, taken while appends go on into the log. When the data file changed
/// all the same, because something had to be erased at once, the copy is begun anew: what was erased is not in it.
/// </summary>
internal sealed class LedgerCopy(LiteDbTimelineStore store, string directory)
{
    private const int MostTries = 10;

    // The first generation is that of a store that was never finished.
    private const long Generation = 2;

    internal async ValueTask<TimelineCopy> MakeAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            if (await TryAsync(cancellation) is { } copy)
                return copy;
        }
        throw new IOException($"the timeline was changed under the copy {MostTries} times");
    }

    private async Task<TimelineCopy?> TryAsync(CancellationToken cancellation)
    {
        var frozen = await store.FreezeAsync(cancellation);
        var rested = false;
        CopiedFile data;
        try
        {
            data = await FileCopy.MakeAsync(frozen.File, frozen.Length, directory, LedgerFiles.DataName, cancellation);
        }
        finally
        {
            rested = await store.ThawAsync(frozen);
        }
        if (!rested)
            return null;
        if (data.Bytes != frozen.Length)
            throw new IOException($"{LedgerFiles.DataName} ended after {data.Bytes} of {frozen.Length} bytes");
        var log = await EmptyLogAsync(cancellation);
        DeviceSync.Names(directory);
        return new TimelineCopy(frozen.Position, [data, log]);
    }

    private async Task<CopiedFile> EmptyLogAsync(CancellationToken cancellation)
    {
        var path = Path.Combine(directory, LedgerFiles.LogName);
        File.Delete(path);
        using (var file = new LocalFile(File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite)))
        {
            file.SetLength(LogHeader.Bytes);
            LogHeader.Write(file, Generation);
        }
        return await FileCopy.LookAsync(directory, LedgerFiles.LogName, cancellation);
    }
}
