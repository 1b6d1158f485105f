using System.Threading.Channels;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>Gives the answers that come after the receipt and never delay it. They rest on what is recorded already: one that is lost loses words, no deed.</summary>
internal sealed class Afterwards(TimeProvider clock, ILogger<Afterwards> logger) : IHostedService, IDisposable
{
    private const int MostWaiting = 2_000;
    private const int AtOnce = 8;
    private const int MostTries = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly Channel<Func<CancellationToken, ValueTask>> waiting = Channel.CreateBounded<Func<CancellationToken, ValueTask>>(MostWaiting);
    private readonly CancellationTokenSource end = new();
    private Task giving = Task.CompletedTask;

    /// <summary>Does it soon.</summary>
    public void Do(Func<CancellationToken, ValueTask> answer)
    {
        if (!waiting.Writer.TryWrite(answer)) Log.TooMany(logger, MostWaiting);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        giving = Task.Run(
            () => Parallel.ForEachAsync(waiting.Reader.ReadAllAsync(CancellationToken.None), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, (answer, _) => GiveAsync(answer)), CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>Takes nothing more, and gives what waits, as long as that takes no more than a moment.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        end.CancelAfter(Grace);
        await giving.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose() => end.Dispose();

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
