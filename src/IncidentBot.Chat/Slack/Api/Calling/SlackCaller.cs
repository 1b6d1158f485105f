using IncidentBot.Chat.Slack.Api.Web;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Refit;

namespace IncidentBot.Chat.Slack.Api.Calling;

/// <summary>
/// Calls Slack as it wants to be called. A call waits for its turn at the gate; when Slack asks to wait, the method is held for all, and the call is made again
/// if that is soon. Only what may be done twice is asked again when no answer came.
/// </summary>
internal sealed class SlackCaller(SlackGate gate, SlackWatch watch, TimeProvider clock, ILogger<SlackCaller> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    private readonly ResiliencePipeline again = new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
    {
        ShouldHandle = new PredicateBuilder().Handle<SlackAwayException>(),
        MaxRetryAttempts = 2,
        Delay = TimeSpan.FromSeconds(0.5),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
    }).Build();

    /// <summary>Asks, and answers with Slack's yes; throws what <see cref="ISlack"/> says for all else.</summary>
    public Task<T> CallAsync<T>(SlackAsk ask, Func<CancellationToken, Task<IApiResponse<T>>> send, CancellationToken cancellation) where T : SlackResult => watch.OverAsync(
        ask.Method,
        async () => ask.IsRepeatable
            ? await again.ExecuteAsync(async ending => await AnsweredAsync(ask, send, ending), cancellation)
            : await AnsweredAsync(ask, send, cancellation));

    private async Task<T> AnsweredAsync<T>(SlackAsk ask, Func<CancellationToken, Task<IApiResponse<T>>> send, CancellationToken cancellation) where T : SlackResult
    {
        for (var latest = gate.Now + Patience; ;)
        {
            await gate.EnterAsync(ask, latest, cancellation);
            using var response = await SlackSending.OnceAsync(ask, send, AnswerTime, clock, cancellation);
            if (SlackReply.WaitIn(response, clock.GetUtcNow()) is not { } wait) return SlackReply.Read(ask, response);
            gate.Hold(ask.Method, wait);
            Log.Held(logger, wait.TotalSeconds, ask.Method);
        }
    }
}
