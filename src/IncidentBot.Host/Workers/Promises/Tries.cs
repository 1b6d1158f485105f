using IncidentBot.Ports;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace IncidentBot.Host.Workers.Promises;

/// <summary>How one promise has been tried, and whether it may be tried again.</summary>
internal sealed class Tries(OpenPromise promise, PromiseOptions options, TimeProvider clock)
{
    private static readonly ResiliencePropertyKey<Tries> Key = new("promise");

    /// <summary>How often it was tried, by this process and those before it.</summary>
    public int Count { get; private set; } = promise.Attempts;

    /// <summary>Why the last real try failed, for people.</summary>
    public string Because { get; private set; } = "";

    /// <summary>The promise as its row shall tell it.</summary>
    public OpenPromise AfterWaiting(TimeSpan wait) => promise with { Attempts = Count, NextTry = clock.GetUtcNow() + wait };

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
            case BrokenCircuitException:
                break;
            case TimeoutRejectedException:
                Because = $"{promise.Destination} did not answer within {Words.Span(options.TryFor)}.";
                break;
            default:
                Because = Words.Brief(failure.Message, Limits.Reason / 2);
                break;
        }
        return Count < options.LeastTries || clock.GetUtcNow() - promise.Since < options.GiveUpAfter;
    }
}
