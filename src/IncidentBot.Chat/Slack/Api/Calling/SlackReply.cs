using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using IncidentBot.Chat.Slack.Api.Web;
using Refit;

namespace IncidentBot.Chat.Slack.Api.Calling;

/// <summary>Understands what came back: an answer, a no, a wait, or nothing.</summary>
internal static class SlackReply
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    // Not Slack's pace, but the workspace's own limit; Slack names no time for it.
    private static readonly TimeSpan CrowdedWait = TimeSpan.FromSeconds(30);

    /// <summary>How long Slack asks to wait; null when it does not.</summary>
    public static TimeSpan? WaitIn<T>(IApiResponse<T> response, DateTimeOffset now) where T : SlackResult => response switch
    {
        { StatusCode: HttpStatusCode.TooManyRequests } => RetryAfter(response.Headers, now),
        { Content.Error: "ratelimited" or "rate_limited" or "too_many_requests" } => RetryAfter(response.Headers, now),
        { Content.Error: "message_limit_exceeded" } => CrowdedWait,
        _ => null,
    };

    /// <summary>How long a header says to wait: at least a second, also when it is missing or says nothing that can be read.</summary>
    public static TimeSpan RetryAfter(HttpResponseHeaders? headers, DateTimeOffset now)
    {
        var said = headers?.RetryAfter is { } after ? after.Delta ?? after.Date - now : null;
        return said is not { } wait || wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait;
    }

    /// <summary>The answer, when it is a yes; everything else is thrown.</summary>
    public static T Read<T>(SlackAsk ask, IApiResponse<T> response) where T : SlackResult
    {
        if (response.StatusCode is null) throw Away(ask, response.Error?.InnerException ?? response.Error);
        var result = response.Content ?? NoIn<T>(response);
        if (result is null || (!result.Ok && result.Error is null)) throw Unreadable(ask, response.StatusCode.Value);
        if (!result.Ok && SlackCodes.IsTrouble(result.Error!)) throw new SlackAwayException($"Slack has trouble of its own: {ask.Method} was answered with {result.Error}.");
        if (!result.Ok) throw SlackSentences.Fault(ask, result);
        result.Scopes = response.Headers is { } headers && headers.TryGetValues("X-OAuth-Scopes", out var scopes)
            ? [.. string.Join(',', scopes).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
            : [];
        return result;
    }

    /// <summary>That no answer came.</summary>
    public static SlackAwayException Away(SlackAsk ask, Exception? cause) => cause is HttpRequestException { HttpRequestError: var why } && NeverArrived(why)
        ? new SlackAwayException($"Slack cannot be reached for {ask.Method} ({Why(why)}). Check the way out of this machine (DNS, proxy, firewall) and Slack:ApiUrl.", cause) { MayBeDone = false }
        : new SlackAwayException(cause is OperationCanceledException ? $"Slack did not answer {ask.Method} in time." : $"The connection to Slack broke before {ask.Method} was answered.", cause);

    // An intermediary's no does not come from Slack: it may be lifted, and nothing was done.
    private static SlackAwayException Unreadable(SlackAsk ask, HttpStatusCode status) => status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError
        ? new SlackAwayException($"{ask.Method} was answered with HTTP status {(int)status}, which Slack does not use. Check Slack:ApiUrl, and any proxy in between.") { MayBeDone = false }
        : new SlackAwayException($"Slack has trouble of its own: {ask.Method} was answered with HTTP status {(int)status} and nothing that can be read.");

    private static bool NeverArrived(HttpRequestError why) => why is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static string Why(HttpRequestError why) => why switch
    {
        HttpRequestError.NameResolutionError => "its name is not found",
        HttpRequestError.SecureConnectionError => "no secure connection came about",
        HttpRequestError.ProxyTunnelError => "the proxy does not let through",
        _ => "the connection is refused",
    };

    // A no may come under an HTTP status of its own.
    private static T? NoIn<T>(IApiResponse<T> response) where T : SlackResult
    {
        if (response.Error is not ApiException { Content: { Length: > 0 } content }) return null;
        try
        {
            return (T?)JsonSerializer.Deserialize(content, SlackJson.Default.GetTypeInfo(typeof(T))!) is { Error: not null } no ? no : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
