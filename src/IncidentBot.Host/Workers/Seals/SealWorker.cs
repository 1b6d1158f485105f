using IncidentBot.Host.Workers.Reading;
using IncidentBot.Ports;
using Microsoft.Extensions.Options;

namespace IncidentBot.Host.Workers.Seals;

/// <summary>Seals at intervals every timeline that has news since its last seal, the house's too.</summary>
internal sealed class SealWorker(
    ITimelineStore store, IncidentDesk desk, Sealer sealer, IOptions<SealOptions> options, Duty duty, TimeProvider clock, ILogger<SealWorker> logger)
    : DutyWorker(duty, clock, logger)
{
    private readonly TimeProvider clock = clock;

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(options.Value.Every, clock, cancellation);
            await SealAllAsync(cancellation);
        }
    }

    /// <summary>Seals what has news now.</summary>
    internal async ValueTask SealAllAsync(CancellationToken cancellation)
    {
        var sealedOnes = 0;
        await foreach (var row in Rows.AllAsync(store, Rows.Unsealed, cancellation))
        {
            var id = new IncidentId(row.Id);
            if (await desk.FindAsync(id, Person.Bot, cancellation) is not { } incident || incident.LastNews <= incident.SealedUpTo) continue;
            var done = await sealer.SealAsync(id, cancellation);
            await desk.RecordAsync(id, [done], Person.Bot, "worker", Recording.Fixed($"seal:{done.Seal}"), cancellation: cancellation);
            sealedOnes++;
        }
        if (sealedOnes > 0) Log.Sealed(logger, sealedOnes);
    }
}
