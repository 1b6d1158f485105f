using System.Globalization;
using System.Security.Cryptography;
using IncidentBot.Ports;
using IncidentBot.Web.Exports.Evidence;
using Microsoft.Extensions.Options;

namespace IncidentBot.Host.Workers.Retention;

/// <summary>Lets the words of incidents go that ended long enough ago, once a night: into a bundle first, and not while a legal hold lies on them.</summary>
internal sealed class RetentionWorker(
    IncidentDesk desk, IncidentCatalog catalog, EvidenceBundle evidence, IOptions<RetentionOptions> options, Duty duty, TimeProvider clock, ILogger<RetentionWorker> logger)
    : DutyWorker(duty, clock, logger)
{
    private const int Page = 200;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(4);

    private readonly TimeProvider clock = clock;

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        if (options.Value is not { After: { } after, Directory: { } directory })
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellation);
            return;
        }
        while (true)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var next = now.Date + Hour;
            await Task.Delay((next <= now ? next.AddDays(1) : next) - now, clock, cancellation);
            await RetireAsync(clock.GetUtcNow() - after, directory, cancellation);
        }
    }

    /// <summary>Retires everything that ended before a moment and still has its words; tells how many incidents that were.</summary>
    internal async ValueTask<int> RetireAsync(DateTimeOffset before, string directory, CancellationToken cancellation)
    {
        var retired = 0;
        long? below = null;
        while (true)
        {
            var page = await catalog.ListAsync(new IncidentFilter { Open = false }, Person.Bot, below, Page, cancellation);
            foreach (var summary in page.Where(summary => !summary.WordsGone && summary.EndedAt < before))
                retired += await TryAsync(summary.Id, directory, cancellation) ? 1 : 0;
            if (page.Count < Page) return retired;
            below = page[^1].Id.Number;
        }
    }

    // One that cannot be retired must not keep the others.
    private async ValueTask<bool> TryAsync(IncidentId id, string directory, CancellationToken cancellation)
    {
        try
        {
            return await RetireAsync(id, directory, cancellation);
        }
        catch (Exception fault) when (fault is not (StoreFencedException or OperationCanceledException))
        {
            Log.NotRetired(logger, fault, id);
            return false;
        }
    }

    private async ValueTask<bool> RetireAsync(IncidentId id, string directory, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, Person.Bot, cancellation) is not { HeldBy: null, WordsGone: false } incident) return false;
        var isDone = await desk.RetireAsync(id, incident.RetiredBy is null ? await BundleAsync(incident, directory, cancellation) : null, cancellation);
        if (isDone) Log.Retired(logger, id);
        return isDone;
    }

    private async ValueTask<IncidentRetired> BundleAsync(Incident incident, string directory, CancellationToken cancellation)
    {
        Directory.CreateDirectory(directory);
        var name = string.Create(CultureInfo.InvariantCulture, $"{incident.Id}-{clock.GetUtcNow():yyyyMMdd-HHmmss}.zip");
        var path = Path.Combine(directory, name);
        await using var file = new FileStream(path + ".unfinished", FileMode.Create, FileAccess.ReadWrite);
        await evidence.WriteAsync(incident, file, cancellation);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
        File.Move(path + ".unfinished", path);
        return new IncidentRetired(name, digest);
    }
}
