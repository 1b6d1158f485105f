using System.Threading.Channels;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>Gives the answers that come after the receipt and never delay it. They rest on what is recorded already: one that is lost loses words, no deed.</summary>
internal sealed class Afterwards(TimeProvider clock, ILogger<Afterwards> logger) : BackgroundService
{
    private const int MostWaiting = 2_000;
    private const int AtOnce = 8;
    private const int MostTries = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly Channel<Func<CancellationToken, ValueTask>> waiting = Channel.CreateBounded<Func<CancellationToken, ValueTask>>(MostWaiting);
    private readonly CancellationTokenSource end = new();

    /// <summary>Does it soon.</summary>
    public void Do(Func<CancellationToken, ValueTask> answer)
    {
        if (!waiting.Writer.TryWrite(answer)) Log.TooMany(logger, MostWaiting);
    }

    /// <inheritdoc/>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        end.CancelAfter(Grace);
        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        end.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(waiting.Reader.ReadAllAsync(CancellationToken.None), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, (answer, _) => GiveAsync(answer));

    private async ValueTask GiveAsync(Func<CancellationToken, ValueTask> answer)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await answer(end.Token);
                return;
            }
            catch (FarSideBusyException busy) when (attempt < MostTries && busy.Wait <= Longest && !end.IsCancellationRequested)
            {
                await Task.Delay(busy.Wait, clock, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception fault) when (fault is SlackFaultException or SlackAwayException or FarSideBusyException or OperationCanceledException)
            {
                Log.AnswerLost(logger, fault.Message);
                return;
            }
            catch (Exception fault)
            {
                Log.AnswerFailed(logger, fault);
                return;
            }
        }
    }
}
