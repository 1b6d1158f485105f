using IncidentBot.Ports;
using IncidentBot.Stores.Backups;
using Microsoft.Extensions.Options;

namespace IncidentBot.Host.Workers.Backups;

/// <summary>Makes a backup when the newest good one has grown too old, and removes those that are no longer to be kept. What counts is what lies there, not since when the program runs.</summary>
internal sealed class BackupWorker(
    IBackups backups, RecordedBackups house, BackupStanding standing, IOptions<BackupOptions> options, Duty duty, TimeProvider clock, ILogger<BackupWorker> logger)
    : DutyWorker(duty, clock, logger)
{
    // After a failure it is tried again sooner than the next one would be due.
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private readonly TimeProvider clock = clock;

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        if (options.Value.Place is not { } place)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellation);
            return;
        }
        while (true) await Task.Delay(await LookAsync(new BackupShelf(place), place, cancellation), clock, cancellation);
    }

    /// <summary>Makes a backup if one is due; the result is when to look again.</summary>
    internal async ValueTask<TimeSpan> LookAsync(BackupShelf shelf, string place, CancellationToken cancellation)
    {
        try
        {
            if (Wait(shelf.Newest) is { } wait) return wait;
            // Before too: what killed runs and failures left may take the room that the next one needs.
            Prune(shelf);
            await backups.MakeAsync(place, cancellation);
            standing.Made();
            Prune(shelf);
            return Wait(shelf.Newest) ?? TimeSpan.Zero;
        }
        catch (BackupFailedException failed)
        {
            return Failed(failed.Message, failed is BackupUnsoundException ? options.Value.Every : Again);
        }
        catch (Exception fault) when (fault is BackupRefusedException or IOException or UnauthorizedAccessException)
        {
            var because = fault is BackupRefusedException ? fault.Message : $"The backups in {place} cannot be looked after: {fault.Message.TrimEnd('.')}.";
            await house.TellAsync(because, cancellation);
            return Failed(because, Again);
        }
    }

    // A clock that went back must not put a backup off for longer than usual.
    private TimeSpan? Wait(DateTimeOffset? newest)
    {
        var every = options.Value.Every;
        var wait = newest is { } at ? at + every - clock.GetUtcNow() : TimeSpan.Zero;
        return wait <= TimeSpan.Zero ? null : wait < every ? wait : every;
    }

    private void Prune(BackupShelf shelf)
    {
        foreach (var name in shelf.Prune(options.Value.Keep, clock.GetUtcNow())) Log.BackupRemoved(logger, name);
    }

    private TimeSpan Failed(string because, TimeSpan again)
    {
        standing.Failed(because, clock.GetUtcNow());
        return options.Value.Every < again ? options.Value.Every : again;
    }
}
