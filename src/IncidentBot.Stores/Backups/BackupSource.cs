using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.LiteDb;
using IncidentBot.Stores.Seals;

namespace IncidentBot.Stores.Backups;

/// <summary>A data directory, and what of it cannot be made anew: the timeline, uploaded files, seals and their key.</summary>
/// <param name="Directory">Its full path.</param>
/// <param name="KeyFile">The file with the key of the seals, wherever it lies.</param>
internal sealed record BackupSource(string Directory, string KeyFile)
{
    private const string UploadsName = "files";
    private const int DigestLetters = 64;

    /// <summary>The directory of the uploaded files.</summary>
    internal string Uploads => Path.Combine(Directory, UploadsName);

    /// <summary>True when the key lies in the data directory under its usual name, and goes with it.</summary>
    internal bool HoldsKey => KeyFile == Path.Combine(Directory, SealFile.KeyName);

    internal static BackupSource Of(string directory, string? keyFile)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        return new BackupSource(full, string.IsNullOrWhiteSpace(keyFile) ? Path.Combine(full, SealFile.KeyName) : Path.GetFullPath(keyFile));
    }

    /// <summary>True when a path is the directory, or lies in it.</summary>
    internal bool Contains(string path)
    {
        var below = Path.GetRelativePath(Directory, path);
        return below == "." || !(below.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(below));
    }

    internal static bool IsUpload(string name) =>
        name.StartsWith(UploadsName + "/", StringComparison.Ordinal) && IsDigest(name[(UploadsName.Length + 1)..]);

    /// <summary>True for the names that files of a backup have: they come from a file that somebody could have changed, and become paths.</summary>
    internal static bool IsOurs(string name) =>
        name is LedgerFiles.DataName or LedgerFiles.LogName or SealFile.Name or SealFile.KeyName || IsUpload(name);

    /// <summary>Copies every uploaded file. One that is erased meanwhile is left out.</summary>
    internal async Task<IReadOnlyList<CopiedFile>> CopyUploadsAsync(string to, CancellationToken cancellation)
    {
        var from = new DirectoryInfo(Uploads);
        var copied = new List<CopiedFile>();
        if (!from.Exists) return copied;
        LocalDisk.Create(Path.Combine(to, UploadsName));
        foreach (var upload in from.EnumerateFiles().Where(file => IsDigest(file.Name)))
        {
            try
            {
                copied.Add(await FileCopy.MakeAsync(Directory, to, $"{UploadsName}/{upload.Name}", cancellation));
            }
            catch (FileNotFoundException)
            {
                // Erased between the listing and now.
            }
        }
        DeviceSync.Names(Path.Combine(to, UploadsName));
        return copied;
    }

    private static bool IsDigest(string name) => name.Length == DigestLetters && name.All(char.IsAsciiHexDigitLower);
}
