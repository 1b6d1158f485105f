using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace IncidentBot.Host.Workers.Promises;

/// <summary>How a destination is approached: tried again with growing, uneven waits; left alone while it is away; never waited for too long.</summary>
internal sealed class Pipelines(IOptions<PromiseOptions> settings, Duty duty, TimeProvider clock, ILogger<Pipelines> logger)
{
    // Tries are rows of another subscriber than the feed's: it has no checkpoint to move.
    private const string Subscriber = "promises";

    public ResiliencePipeline For(string destination)
    {
        var options = settings.Value;
        return new ResiliencePipelineBuilder { Name = destination, TimeProvider = clock }
            .AddRetry(Retry(options))
            .AddCircuitBreaker(Circuit(destination, options))
            .AddTimeout(options.TryFor)
            .Build();
    }

    private RetryStrategyOptions Retry(PromiseOptions options) => new()
    {
        MaxRetryAttempts = int.MaxValue,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.FirstWait,
        MaxDelay = options.LongestWait,
        ShouldHandle = failed => ValueTask.FromResult(Tries.Of(failed.Context).MayGoOn(failed.Outcome.Exception)),
        DelayGenerator = failed => ValueTask.FromResult((failed.Outcome.Exception as BrokenCircuitException)?.RetryAfter),
        OnRetry = WaitingAsync,
    };

    private CircuitBreakerStrategyOptions Circuit(string destination, PromiseOptions options) => new()
    {
        FailureRatio = 1,
        MinimumThroughput = options.FailuresUntilAway,
        SamplingDuration = TimeSpan.FromMinutes(1),
        BreakDuration = options.AwayFor,
        ShouldHandle = failed => ValueTask.FromResult(failed.Outcome.Exception is not (null or OperationCanceledException or Ports.PromiseRefusedException)),
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

    private async ValueTask WaitingAsync(OnRetryArguments<object> waiting)
    {
        var tries = Tries.Of(waiting.Context);
        var promise = tries.AfterWaiting(waiting.RetryDelay);
        if (waiting.Outcome.Exception is not BrokenCircuitException)
            Log.Failed(logger, tries.Count, new IncidentId(promise.Incident), promise.Purpose, waiting.RetryDelay, tries.Because);
        if (duty.Lease is { } lease)
            await lease.SaveAsync(new Ports.ProjectionChanges(Subscriber, 0, [promise.ToRow()], []), waiting.Context.CancellationToken);
    }
}
