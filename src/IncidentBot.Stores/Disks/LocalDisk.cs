using IncidentBot.Ports;

namespace IncidentBot.Stores.Disks;

/// <summary>A directory on a disk of this machine, created for its owner's eyes only.</summary>
internal sealed class LocalDisk(string directory) : IDisk
{
    /// <inheritdoc/>
    public string Place { get; } = Path.GetFullPath(directory);

    /// <inheritdoc/>
    public IBlockFile Open(string name)
    {
        try
        {
            Create(Place);
            // The lock: a second process that opens the same file fails (flock on Unix).
            return new LocalFile(File.OpenHandle(
                Path.Combine(Place, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, FileOptions.RandomAccess));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw DiskFaults.IsTaken(fault) ? new StoreInUseException(Sentence(fault), fault) : new StoreUnavailableException(Sentence(fault), fault);
        }
    }

    /// <inheritdoc/>
    public void SyncNames() => DeviceSync.Names(Place);

    internal static void Create(string directory)
    {
        if (Directory.Exists(directory) || Path.GetDirectoryName(directory) is not { } parent)
            return;
        Create(parent);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        DeviceSync.Names(parent);
    }

    private string Sentence(Exception fault) => fault switch
    {
        UnauthorizedAccessException or DirectoryNotFoundException =>
            $"The data directory {Place} cannot be written by this user. Set Store:Path to a directory that can, or change its owner. ({fault.Message})",
        _ when DiskFaults.IsFull(fault) =>
            $"The disk that holds the data directory {Place} is full. Make room and start IncidentBot again.",
        _ when DiskFaults.IsTaken(fault) =>
            $"The data directory {Place} is in use by another process. One IncidentBot at a time can have it: stop the other, or set Store:Path to another directory. ({fault.Message})",
        _ => $"The data directory {Place} cannot be used. Set Store:Path to another one. ({fault.Message})",
    };
}
