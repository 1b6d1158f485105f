using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.LiteDb;
using IncidentBot.Stores.Seals;

namespace IncidentBot.Stores.Backups;

/// <summary>Brings a backup back into an empty directory, verified before and after. What can be made anew from the timeline, the next start makes anew.</summary>
public sealed class BackupRestore
{
    private readonly string from;
    private readonly BackupSource to;
    private readonly TimeProvider clock;

    /// <summary>A backup and where it shall go.</summary>
    /// <param name="from">The directory of the backup.</param>
    /// <param name="directory">The data directory, empty or not there.</param>
    /// <param name="keyFile">The file with the key of the seals; null for the usual one in the data directory.</param>
    /// <param name="clock">The store's clock.</param>
    public BackupRestore(string from, string directory, string? keyFile, TimeProvider clock) =>
        (this.from, to, this.clock) = (Path.TrimEndingDirectorySeparator(Path.GetFullPath(from)), BackupSource.Of(directory, keyFile), clock);

    /// <summary>Restores it. Throws <see cref="RestoreRefusedException"/> with nothing written, <see cref="RestoreFailedException"/> when it came to nothing later.</summary>
    public async Task<RestoredBackup> RunAsync(CancellationToken cancellation)
    {
        CheckTarget();
        var note = await BackupFound.VerifyAsync(from, cancellation);
        CheckKey(note);
        try
        {
            await CopyAsync(note, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Failed(DiskFaults.IsFull(fault) ? "the disk is full" : fault.Message.TrimEnd('.'));
        }
        if (await CopyCheck.DigestsAsync(to.Directory, note.Files, cancellation) is { } wrong) throw Failed(wrong);
        var found = await CopyCheck.RunAsync(to.Directory, note.Position, clock, () => to.KeyFile, store => store.ForgetReadModelsAsync(cancellation), cancellation);
        return found.Fault is null
            ? new RestoredBackup(to.Directory, note.MadeAt, found.Timelines, found.Entries, note.Uploads)
            : throw Failed(string.Join(" ", found.Details.Prepend(found.Fault + ".")).TrimEnd('.'));
    }

    private void CheckTarget()
    {
        if (File.Exists(to.Directory)) throw new RestoreRefusedException($"{to.Directory} is a file. Name a directory with --Store:Path=…");
        if (BackupSource.Of(from, null).Contains(to.Directory)) throw new RestoreRefusedException($"{to.Directory} lies in the backup itself. Name another directory with --Store:Path=…");
        if (!Directory.Exists(to.Directory) || !Directory.EnumerateFileSystemEntries(to.Directory).Any()) return;
        // A server that runs on it is told first.
        if (File.Exists(Path.Combine(to.Directory, LedgerFiles.LogName))) new LocalDisk(to.Directory).Open(LedgerFiles.LogName).Dispose();
        throw new RestoreRefusedException($"{to.Directory} is not empty, and a restore begins in an empty directory. Move away what is there, or name another one: --Store:Path=<an empty directory>");
    }

    private void CheckKey(BackupNote note)
    {
        if (!note.Holds(SealFile.Name) || (to.HoldsKey ? note.Holds(SealFile.KeyName) : File.Exists(to.KeyFile))) return;
        throw new RestoreRefusedException(note.Holds(SealFile.KeyName)
            ? $"The key {to.KeyFile}, which Seals:KeyFile names, is not there. The backup holds the key: copy {Path.Combine(from, SealFile.KeyName)} to that place first, or leave Seals:KeyFile away."
            : "The backup does not hold the key of its seals, which was kept elsewhere; without it they cannot be checked. Say where it is: --Seals:KeyFile=<the file with the key>");
    }

    // The log comes last: without it no store opens the directory.
    private async Task CopyAsync(BackupNote note, CancellationToken cancellation)
    {
        LocalDisk.Create(to.Directory);
        if (note.Uploads > 0) LocalDisk.Create(to.Uploads);
        foreach (var file in note.Files.OrderBy(file => file.Name == LedgerFiles.LogName)) await FileCopy.MakeAsync(from, to.Directory, file.Name, cancellation);
        if (note.Uploads > 0) DeviceSync.Names(to.Uploads);
        DeviceSync.Names(to.Directory);
    }

    private RestoreFailedException Failed(string fault)
    {
        File.Delete(Path.Combine(to.Directory, LedgerFiles.LogName));
        return new RestoreFailedException($"{to.Directory} is only half restored and cannot be served: {fault}. Remove it, and restore again or take an older backup.");
    }
}

/// <summary>What was restored.</summary>
/// <param name="Directory">Where it is now.</param>
/// <param name="MadeAt">When the backup was made: what was recorded later is not in it.</param>
/// <param name="Timelines">How many timelines, the house's included.</param>
/// <param name="Entries">How many entries they have.</param>
/// <param name="Files">How many uploaded files.</param>
public sealed record RestoredBackup(string Directory, DateTimeOffset MadeAt, int Timelines, long Entries, int Files);

/// <summary>Nothing was restored and nothing was written. The message says why, and what to do.</summary>
public sealed class RestoreRefusedException(string message) : Exception(message);

/// <summary>What was written cannot be relied upon. The message says where it lies, and what to do.</summary>
public sealed class RestoreFailedException(string message) : Exception(message);
