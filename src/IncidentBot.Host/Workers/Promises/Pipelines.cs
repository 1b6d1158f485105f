using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace IncidentBot.Host.Workers.Promises;

/// <summary>How a destination is approached: by a few at a time; tried again with growing, uneven waits; left alone while it is away; never waited for too long.</summary>
internal sealed class Pipelines(IOptions<PromiseOptions> settings, PromiseBoard board, Duty duty, TimeProvider clock, ILogger<Pipelines> logger)
{
    // Tries are rows of another subscriber than the feed's: it has no checkpoint to move.
    private const string Subscriber = "promises";

    private readonly ConcurrentDictionary<string, ResiliencePipeline> known = new();

    /// <summary>The one way to a destination: all who go there share its circuit.</summary>
    public ResiliencePipeline For(string destination) => known.GetOrAdd(destination, Build);

    private ResiliencePipeline Build(string destination)
    {
        var options = settings.Value;
        var circuit = new CircuitBreakerStateProvider();
        return new ResiliencePipelineBuilder { Name = destination, TimeProvider = clock }
            .AddRetry(Retry(circuit))
            .AddConcurrencyLimiter(options.AtOnce, queueLimit: int.MaxValue)
            .AddCircuitBreaker(Circuit(destination, options, circuit))
            .AddTimeout(options.TryFor)
            .Build();
    }

    private RetryStrategyOptions Retry(CircuitBreakerStateProvider circuit) => new()
    {
        MaxRetryAttempts = int.MaxValue,
        ShouldHandle = failed => ValueTask.FromResult(Tries.Of(failed.Context).MayGoOn(failed.Outcome.Exception)),
        DelayGenerator = failed => ValueTask.FromResult<TimeSpan?>(
            Tries.Of(failed.Context).Wait(failed.Outcome.Exception, isAway: circuit.CircuitState != CircuitState.Closed)),
        OnRetry = WaitingAsync,
    };

    private CircuitBreakerStrategyOptions Circuit(string destination, PromiseOptions options, CircuitBreakerStateProvider circuit) => new()
    {
        FailureRatio = 1,
        MinimumThroughput = options.FailuresUntilAway,
        SamplingDuration = TimeSpan.FromMinutes(1),
        BreakDuration = options.AwayFor,
        StateProvider = circuit,
        ShouldHandle = failed => ValueTask.FromResult(
            failed.Outcome.Exception is not (null or OperationCanceledException or Ports.PromiseRefusedException or Ports.FarSideBusyException)),
        OnOpened = opened =>
        {
            Log.CircuitOpened(logger, destination, opened.BreakDuration);
            return ValueTask.CompletedTask;
        },
        OnClosed = _ =>
        {
            Log.CircuitClosed(logger, destination);
            return ValueTask.CompletedTask;
        },
    };

    // Who only waited for others to find out how the far side stands has nothing to be remembered.
    private async ValueTask WaitingAsync(OnRetryArguments<object> waiting)
    {
        var tries = Tries.Of(waiting.Context);
        var promise = tries.AfterWaiting(waiting.RetryDelay);
        board.Note(promise);
        if (waiting.Outcome.Exception is BrokenCircuitException or Ports.FarSideBusyException) return;
        Log.Failed(logger, tries.Count, new IncidentId(promise.Incident), promise.Purpose, waiting.RetryDelay, tries.Because);
        if (duty.Lease is { } lease)
            await lease.SaveAsync(new Ports.ProjectionChanges(Subscriber, 0, [promise.ToRow()], []), waiting.Context.CancellationToken);
    }
}
