using IncidentBot.Ports;

namespace IncidentBot.Host.Workers;

/// <summary>Work that one node at a time does. It pauses while another node has the lease, and stands up again when it stumbles.</summary>
internal abstract class DutyWorker(Duty duty, TimeProvider clock, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(30);

    /// <summary>What is done while this node holds the lease, until it is cancelled.</summary>
    protected abstract Task WorkAsync(CancellationToken cancellation);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var lease = await duty.TakenUpAsync(stoppingToken);
            using var held = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lease.Lost);
            try
            {
                await WorkAsync(held.Token);
            }
            catch (Exception end) when (end is LeaseLostException || held.IsCancellationRequested)
            {
                await LaidDownAsync(lease, stoppingToken);
            }
            catch (StoreFencedException fenced)
            {
                Log.Fenced(logger, GetType().Name, fenced.Message);
                return;
            }
            catch (Exception fault)
            {
                Log.Stumbled(logger, fault, GetType().Name, Breath);
                await Task.Delay(Breath, clock, stoppingToken);
            }
        }
    }

    // The follower lays the duty down when it learns of the loss itself; until then the old lease would be handed out again.
    private async Task LaidDownAsync(IWorkersLease lease, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var changed = duty.Changed;
            if (duty.Lease != lease) return;
            await changed.WaitAsync(stopping);
        }
    }
}
