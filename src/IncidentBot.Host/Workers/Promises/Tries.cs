using IncidentBot.Ports;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace IncidentBot.Host.Workers.Promises;

/// <summary>How one promise has been tried, and whether and when it may be tried again.</summary>
internal sealed class Tries(OpenPromise promise, PromiseOptions options, TimeProvider clock)
{
    private static readonly ResiliencePropertyKey<Tries> Key = new("promise");

    private int failures;

    /// <summary>How often it was tried, by this process and those before it.</summary>
    public int Count { get; private set; } = promise.Attempts;

    /// <summary>True when a try may have kept it whose answer nobody got.</summary>
    public bool MayBeKept { get; private set; } = promise is { IsInherited: true } or { Attempts: > 0 } or { RenewedBy: > 0 };

    /// <summary>Why the last real try failed, for people.</summary>
    public string Because { get; private set; } = promise.Because;

    /// <summary>The promise as its row shall tell it.</summary>
    public OpenPromise AfterWaiting(TimeSpan wait) => promise with { Attempts = Count, NextTry = clock.GetUtcNow() + wait, Because = Because };

    public static Tries Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    public void PutInto(ResilienceContext context) => context.Properties.Set(Key, this);

    public void Begin() => Count++;

    /// <summary>True when this failure is worth another try, and patience lasts.</summary>
    public bool MayGoOn(Exception? failure)
    {
        switch (failure)
        {
            case null or PromiseRefusedException or StoreFencedException or LeaseLostException:
                return false;
            case FarSideBusyException busy:
                Count--;
                Because = busy.Message;
                return true;
            case BrokenCircuitException:
                break;
            case TimeoutRejectedException:
                Failed($"{promise.Destination} did not answer within {Words.Span(options.TryFor)}.");
                break;
            default:
                Failed(Words.Brief(failure.Message, Limits.Reason / 2));
                break;
        }
        return Count < options.LeastTries || clock.GetUtcNow() - promise.Since < options.GiveUpAfter;
    }

    /// <summary>How long to wait after a failure.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="isAway">True while the destination counts as away: then everybody waits for the same moment.</param>
    public TimeSpan Wait(Exception? failure, bool isAway) => failure switch
    {
        FarSideBusyException busy => busy.Wait,
        BrokenCircuitException { RetryAfter: { } until } when until > TimeSpan.Zero => until,
        // Another one is just finding out whether it is back.
        BrokenCircuitException => options.FirstWait,
        _ when isAway => options.AwayFor,
        _ => Growing(),
    };

    private void Failed(string because)
    {
        failures++;
        MayBeKept = true;
        Because = because;
    }

    private TimeSpan Growing()
    {
        var longest = Math.Min(Math.Pow(2, Math.Min(failures - 1, 30)), options.LongestWait / options.FirstWait);
        return options.FirstWait * longest * (0.75 + Random.Shared.NextDouble() / 4);
    }
}
