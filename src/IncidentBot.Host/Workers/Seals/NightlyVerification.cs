using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Seals;

/// <summary>Verifies everything once a night. What is wrong is logged, and recorded in the general room.</summary>
internal sealed class NightlyVerification(
    ITimelineStore store, ISealBook book, IncidentDesk desk, Duty duty, TimeProvider clock, ILogger<NightlyVerification> logger)
    : DutyWorker(duty, clock, logger)
{
    private const int MostTold = 5;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(3);

    private readonly TimeProvider clock = clock;

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var next = now.UtcDateTime.Date + Hour;
            if (next <= now.UtcDateTime) next = next.AddDays(1);
            await Task.Delay(next - now.UtcDateTime, clock, cancellation);
            await VerifyAsync(cancellation);
        }
    }

    /// <summary>Verifies everything now.</summary>
    internal async ValueTask VerifyAsync(CancellationToken cancellation)
    {
        var report = await TimelineAudit.OfAllAsync(store, book, cancellation);
        if (report.IsSound)
        {
            Log.Verified(logger, report.Entries, report.Timelines.Count, report.Seals);
            return;
        }
        foreach (var fault in report.Faults) Log.FoundWrong(logger, fault.Sentence);
        await TellAsync(report, cancellation);
    }

    // The general room is everybody's: what would give a private incident away is told to whoever runs the bot.
    private async ValueTask TellAsync(AuditReport report, CancellationToken cancellation)
    {
        var told = new List<string>();
        foreach (var fault in report.Faults)
            if (told.Count < MostTold && await IsPublicAsync(fault, cancellation)) told.Add(fault.Sentence);
        var failed = new VerificationFailed(told, report.Faults.Count - told.Count);
        var key = Recording.Fixed($"verification:{clock.GetUtcNow():yyyy-MM-dd}");
        await desk.RecordAsync(IncidentId.House, [failed], Person.Bot, "worker", key, cancellation: cancellation);
    }

    private async ValueTask<bool> IsPublicAsync(AuditFault fault, CancellationToken cancellation)
    {
        if (fault.About is not { } id) return true;
        try
        {
            return await desk.FindAsync(id, Person.Bot, cancellation) is not { IsPrivate: true };
        }
        catch (Exception unreadable) when (unreadable is not (StoreFencedException or OperationCanceledException))
        {
            return false;
        }
    }
}
