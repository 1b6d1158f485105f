namespace IncidentBot.Ports;

/// <summary>Backs up everything that cannot be made anew, while everybody goes on working.</summary>
public interface IBackups
{
    /// <summary>Makes a backup in a new directory below the target and verifies it; completes when it can be relied upon.</summary>
    /// <remarks>
    /// Throws <see cref="BackupRefusedException"/> when the target is no place for one, and <see cref="BackupFailedException"/>
    /// when something came in between: what was written until then is left aside under a name that says so, or removed.
    /// </remarks>
    ValueTask<Backup> MakeAsync(string target, CancellationToken cancellation = default);
}

/// <summary>A backup that was verified.</summary>
/// <param name="Directory">Its full path.</param>
/// <param name="MadeAt">When it was begun; everything acknowledged before is in it.</param>
/// <param name="Position">The last entry that it holds, among all timelines.</param>
/// <param name="Timelines">How many timelines, the house's included.</param>
/// <param name="Entries">How many entries they have.</param>
/// <param name="Files">How many uploaded files.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="KeyElsewhere">The file with the key of its seals, when that is not in it; null when it is, or when nothing is sealed.</param>
public sealed record Backup(
    string Directory, DateTimeOffset MadeAt, long Position, int Timelines, long Entries, int Files, long Bytes, string? KeyElsewhere)
{
    /// <summary>What it is, in words, with what it does not hold.</summary>
    public string Sentence =>
        $"{Directory}: {Entries:N0} {(Entries == 1 ? "entry" : "entries")} of {Words.Count(Timelines, "timeline")} and {Words.Count(Files, "file")}, {Words.Size(Bytes)}, verified."
        + (KeyElsewhere is null ? "" : $" The key of its seals, {KeyElsewhere}, is not in it: keep that safe yourself, or the seals cannot be checked after a restore.");
}

/// <summary>Nothing was begun, because no backup can be made there. The message says why, and what to do.</summary>
public sealed class BackupRefusedException(string message) : Exception(message);

/// <summary>The backup came to nothing. The message says why, and what to do; it gives no private incident away.</summary>
public class BackupFailedException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The backup was written and did not pass its verification: doing it again would most likely end the same way.</summary>
public sealed class BackupUnsoundException(string message) : BackupFailedException(message);
