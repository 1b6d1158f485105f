using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Stores.Backups;

/// <summary>Makes backups of a data directory, one after the other.</summary>
public sealed class BackupMaker : IBackups, IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly ITimelineStore store;
    private readonly BackupSource source;
    private readonly TimeProvider clock;
    private readonly ILogger<BackupMaker> logger;

    /// <summary>The backups of a timeline and of what lies beside it.</summary>
    /// <param name="store">The timeline, open.</param>
    /// <param name="directory">The data directory.</param>
    /// <param name="keyFile">The file with the key of the seals; null for the usual one in the data directory.</param>
    /// <param name="clock">Tells when they are made.</param>
    /// <param name="logger">Where everything is told that was found wrong.</param>
    public BackupMaker(ITimelineStore store, string directory, string? keyFile, TimeProvider clock, ILogger<BackupMaker> logger) =>
        (this.store, source, this.clock, this.logger) = (store, BackupSource.Of(directory, keyFile), clock, logger);

    /// <inheritdoc/>
    public async ValueTask<Backup> MakeAsync(string target, CancellationToken cancellation = default)
    {
        if (store is not ITimelineCopies copies) throw new BackupRefusedException("This timeline cannot be copied while it is in use. Use the tools of its database.");
        if (Refusal(target) is { } refusal) throw new BackupRefusedException(refusal);
        await turn.WaitAsync(cancellation);
        try
        {
            using var draft = BackupDraft.Begin(Path.GetFullPath(target), clock.GetUtcNow());
            return await new BackupWork(copies, source, draft, clock, logger).MakeAsync(cancellation);
        }
        catch (Exception fault) when (fault is not (BackupFailedException or StoreFencedException or OperationCanceledException))
        {
            throw new BackupFailedException(Sentence(target, fault), fault);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private string? Refusal(string target)
    {
        if (!Path.IsPathFullyQualified(target)) return $"“{Words.Brief(target, 60)}” is no full path. Name the directory from the root: /mnt/backups.";
        if (source.Contains(Path.GetFullPath(target))) return $"{target} lies in the data directory {source.Directory}: what harms one would harm the other. Name a directory outside of it, on another disk.";
        return File.Exists(target) ? $"{target} is a file. Name a directory for backups." : null;
    }

    private static string Sentence(string target, Exception fault) => fault switch
    {
        _ when DiskFaults.IsFull(fault) => $"The disk that holds {target} is full. Make room there, or keep fewer backups (Backup:Keep).",
        UnauthorizedAccessException => $"{target} cannot be written by this user. Change its owner, or name another directory. ({fault.Message})",
        _ => $"Nothing could be kept in {target}: {fault.GetBaseException().Message.TrimEnd('.')}. The timeline itself goes on.",
    };
}
