using IncidentBot.Stores.Disks;
using Microsoft.Win32.SafeHandles;

namespace IncidentBot.Stores.Backups;

/// <summary>The directory of a backup while it is written. It gets its final name once it can be relied upon; left before that, it is removed.</summary>
internal sealed class BackupDraft : IDisposable
{
    internal const string LockName = "writing.lock";
    private readonly string _final;
    private readonly SafeFileHandle _lock;
    private bool _settled;

    private BackupDraft(string final)
    {
        _final = final;
        Directory = final + BackupName.Partial;
        LocalDisk.Create(Directory);
        // Tells others that somebody is at work here; it is let go when this process ends, however it ends.
        _lock = File.OpenHandle(Path.Combine(Directory, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Where to write.</summary>
    internal string Directory { get; }

    /// <summary>Begins one below the target, under a name that nothing has.</summary>
    internal static BackupDraft Begin(string target, DateTimeOffset at)
    {
        LocalDisk.Create(target);
        var name = Path.Combine(target, BackupName.Of(at));
        var final = name;
        for (var again = 2; IsTaken(final); again++) final = $"{name}-{again}";
        return new BackupDraft(final);
    }

    /// <summary>Gives it its final name; the result is the path.</summary>
    internal string Finish() => Settle(_final);

    /// <summary>Leaves it aside under a name that says that it is not to be relied upon.</summary>
    internal string SetAside() => Settle(_final + BackupName.Failed);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_settled) return;
        _lock.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private string Settle(string name)
    {
        _lock.Dispose();
        File.Delete(Path.Combine(Directory, LockName));
        DeviceSync.Names(Directory);
        System.IO.Directory.Move(Directory, name);
        _settled = true;
        DeviceSync.Names(Path.GetDirectoryName(name)!);
        return name;
    }

    private static bool IsTaken(string name) =>
        new[] { "", BackupName.Partial, BackupName.Failed }.Any(suffix => Path.Exists(name + suffix));
}
