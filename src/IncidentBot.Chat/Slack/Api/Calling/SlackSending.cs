using Refit;

namespace IncidentBot.Chat.Slack.Api.Calling;

/// <summary>Sends, with so much time for the answer.</summary>
internal static class SlackSending
{
    /// <summary>Sends once; that no answer came is thrown as <see cref="SlackAwayException"/>.</summary>
    public static async Task<T> OnceAsync<T>(SlackAsk ask, Func<CancellationToken, Task<T>> send, TimeSpan time, TimeProvider clock, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            var answer = await send(either.Token);
            if (answer is IApiResponse { StatusCode: null }) cancellation.ThrowIfCancellationRequested();
            return answer;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or ApiRequestException || (broken is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw SlackReply.Away(ask, broken is ApiRequestException { InnerException: { } inner } ? inner : broken);
        }
    }
}
