using IncidentBot.Ports;
using IncidentBot.Stores.Backups;

namespace IncidentBot.Host.Workers.Backups;

/// <summary>Backups that the house hears of: one that was made is book-keeping, one that failed is told in the general room.</summary>
internal sealed class RecordedBackups(BackupMaker maker, IncidentDesk desk, TimeProvider clock, ILogger<RecordedBackups> logger) : IBackups
{
    // A failure that goes on is told again after so long.
    private static readonly TimeSpan Reminder = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private (string Because, DateTimeOffset At)? told;

    /// <inheritdoc/>
    public async ValueTask<Backup> MakeAsync(string target, CancellationToken cancellation = default)
    {
        try
        {
            var made = await maker.MakeAsync(target, cancellation);
            lock (gate) told = null;
            var name = Path.GetFileName(made.Directory);
            Log.BackedUp(logger, made.Directory, made.Entries, made.Timelines, made.Position);
            await RecordAsync(new BackupMade(made.Position, name, made.Bytes), cancellation);
            return made;
        }
        catch (BackupFailedException failed)
        {
            await TellAsync(failed.Message, cancellation);
            throw;
        }
    }

    /// <summary>Tells the house why a backup came to nothing, once a day while nothing changes.</summary>
    public async ValueTask TellAsync(string because, CancellationToken cancellation)
    {
        Log.NotBackedUp(logger, because);
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (told is { } last && last.Because == because && now < last.At + Reminder) return;
            told = (because, now);
        }
        await RecordAsync(new BackupFailed(because), cancellation);
    }

    private async ValueTask RecordAsync(IncidentEvent happened, CancellationToken cancellation) =>
        await desk.RecordAsync(IncidentId.House, [happened], Person.Bot, "worker", key: null, cancellation: cancellation);
}
