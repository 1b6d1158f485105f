using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.LiteDb;
using IncidentBot.Stores.Seals;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Stores.Backups;

/// <summary>What came of the verification of a copy.</summary>
/// <param name="Fault">What is wrong, without a word of what it is about; null when all is in order.</param>
/// <param name="Details">What is wrong in full, for the operator.</param>
/// <param name="Timelines">How many timelines were read.</param>
/// <param name="Entries">How many entries.</param>
internal sealed record CheckedCopy(string? Fault, IReadOnlyList<string> Details, int Timelines, long Entries);

/// <summary>Verifies a copy of the data directory: it is opened as a store of its own, and everything in it is read.</summary>
internal static class CopyCheck
{
    /// <summary>Opens the copy, lets something be done to it, and verifies every timeline.</summary>
    internal static async Task<CheckedCopy> RunAsync(
        string directory, long position, TimeProvider clock, Func<string> keyFile, Func<LiteDbTimelineStore, Task> first, CancellationToken cancellation)
    {
        try
        {
            await using var store = await LiteDbTimelineStore.OpenAsync(new LocalDisk(directory), clock, NullLogger.Instance);
            await first(store);
            var report = await TimelineAudit.OfAllAsync(store, new SealFile(directory, keyFile(), NullLogger<SealFile>.Instance), cancellation);
            return new CheckedCopy(Fault(report, store.Health.DurablePosition, position), [.. report.Faults.Select(fault => fault.Sentence)], report.Timelines.Count, report.Entries);
        }
        catch (Exception closed) when (closed is StoreUnavailableException or StoreFencedException)
        {
            return new CheckedCopy("its timeline cannot be opened and read", [closed.Message], 0, 0);
        }
    }

    /// <summary>What is wrong with the files as they lie there; null when each is as it was copied, and each upload what its name says.</summary>
    internal static async Task<string?> DigestsAsync(string directory, IReadOnlyList<CopiedFile> files, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            if (!File.Exists(Path.Combine(directory, file.Name))) return $"{file.Name} is missing";
            if (await FileCopy.LookAsync(directory, file.Name, cancellation) != file) return $"{file.Name} is not what was copied";
            if (BackupSource.IsUpload(file.Name) && !file.Name.EndsWith(file.Sha256, StringComparison.Ordinal)) return $"the uploaded file {file.Name} is damaged";
        }
        return null;
    }

    private static string? Fault(AuditReport report, long found, long position) => report switch
    {
        { IsSound: false } => $"{Words.Count(report.Faults.Count, "fault was", "faults were")} found in what it holds",
        _ when found != position => $"it ends at entry {found:N0} and not at {position:N0}",
        _ when report.Entries != position => $"its timelines have {report.Entries:N0} entries and not {position:N0}",
        _ => null,
    };
}
