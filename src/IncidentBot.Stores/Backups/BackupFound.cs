using IncidentBot.Stores.LiteDb;

namespace IncidentBot.Stores.Backups;

/// <summary>A backup that somebody names, to be restored: read and verified before anything is written.</summary>
internal static class BackupFound
{
    /// <summary>What it says of itself; throws <see cref="RestoreRefusedException"/> when it is none that can be restored.</summary>
    internal static async Task<BackupNote> VerifyAsync(string place, CancellationToken cancellation)
    {
        if (Refusal(place) is { } refusal) throw new RestoreRefusedException(refusal);
        if (BackupNote.Read(place) is not { } note) throw new RestoreRefusedException($"The backup {place} is damaged: its {BackupNote.Name} cannot be understood. Nothing was restored; take an older one.");
        if (note.Format > BackupNote.NewestFormat) throw new RestoreRefusedException($"The backup {place} was made by a newer IncidentBot ({note.Version}). Restore it with that one.");
        var fault = note.Holds(LedgerFiles.DataName) && note.Holds(LedgerFiles.LogName)
            ? await CopyCheck.DigestsAsync(place, note.Files, cancellation)
            : $"its {BackupNote.Name} names no timeline";
        return fault is null ? note : throw new RestoreRefusedException($"The backup {place} is damaged: {fault}. Nothing was restored; take an older one.");
    }

    private static string? Refusal(string place)
    {
        if (File.Exists(place)) return $"{place} is a file. Name the directory of a backup.";
        if (!Directory.Exists(place)) return $"There is no directory {place}.";
        if (place.EndsWith(BackupName.Partial, StringComparison.Ordinal)) return $"The backup {place} was never finished. Take another one.";
        if (place.EndsWith(BackupName.Failed, StringComparison.Ordinal)) return $"The backup {place} did not pass its verification when it was made. Take another one.";
        if (File.Exists(Path.Combine(place, BackupNote.Name))) return null;
        return new BackupShelf(place).Good() is [var newest, ..]
            ? $"{place} holds backups and is none itself. The newest one: incidentbot restore {Path.Combine(place, newest)}"
            : $"{place} is no backup: it holds no {BackupNote.Name}.";
    }
}
