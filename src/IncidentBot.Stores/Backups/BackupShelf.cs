using IncidentBot.Stores.Disks;

namespace IncidentBot.Stores.Backups;

/// <summary>The directory that backups are kept in.</summary>
public sealed class BackupShelf(string directory)
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromDays(1);

    private readonly string place = Path.GetFullPath(directory);

    /// <summary>When the newest good one was made; null when there is none.</summary>
    public DateTimeOffset? Newest => Good().Select(name => BackupName.MadeAt(name)).FirstOrDefault();

    /// <summary>The names of the good ones, the newest first.</summary>
    public IReadOnlyList<string> Good() => [.. Names(name => BackupName.IsWhole(name) && File.Exists(Path.Combine(place, name, BackupNote.Name)))];

    /// <summary>Removes the oldest good ones beyond a number, what dead runs left, and all but the newest of those that did not pass; the result names them.</summary>
    public IReadOnlyList<string> Prune(int keep, DateTimeOffset now)
    {
        List<string> gone =
        [
            .. Good().Skip(keep),
            .. Names(name => name.EndsWith(BackupName.Failed, StringComparison.Ordinal)).Skip(1),
            .. Names(name => name.EndsWith(BackupName.Partial, StringComparison.Ordinal)).Where(name => IsAbandoned(Path.Combine(place, name), now)),
        ];
        foreach (var name in gone) Directory.Delete(Path.Combine(place, name), recursive: true);
        return gone;
    }

    // Names sort as their moments do; a second one of the same second has one more letter.
    private IEnumerable<string> Names(Func<string, bool> which) =>
        !Directory.Exists(place) ? [] : Directory.EnumerateDirectories(place).Select(found => Path.GetFileName(found)).Where(name => BackupName.MadeAt(name) is not null && which(name)).OrderDescending(StringComparer.Ordinal);

    private static bool IsAbandoned(string draft, DateTimeOffset now)
    {
        try
        {
            File.OpenHandle(Path.Combine(draft, BackupDraft.LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return true;
        }
        catch (FileNotFoundException)
        {
            // Its maker died between two steps, or has only just begun.
            return Directory.GetLastWriteTimeUtc(draft) < now.UtcDateTime - LongestStart;
        }
        catch (IOException fault) when (DiskFaults.IsTaken(fault))
        {
            return false;
        }
    }
}
