using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>What hearing Slack tells its operator.</summary>
internal static partial class Log
{
    [LoggerMessage(6201, LogLevel.Warning, "A request to Slack's addresses was turned away: {Hint} (Further ones like it are only counted.)")]
    internal static partial void TurnedAway(ILogger logger, string hint);

    [LoggerMessage(6202, LogLevel.Warning, "A signed request to {Path} was answered with 400: its body is not what its content type says")]
    internal static partial void Unreadable(ILogger logger, string path);

    [LoggerMessage(6203, LogLevel.Error, "What Slack sent to {Path} could not be taken in; Slack is asked to send it again")]
    internal static partial void NotTaken(ILogger logger, Exception fault, string path);

    [LoggerMessage(6204, LogLevel.Error, "What Slack sent ({Kind}) met a fault of IncidentBot's own; it is received, so that it does not come again")]
    internal static partial void Poison(ILogger logger, Exception fault, string kind);

    [LoggerMessage(6205, LogLevel.Warning, "Slack leaves events out: more than 30,000 came within an hour. What was said meanwhile is read back")]
    internal static partial void RateLimited(ILogger logger);

    [LoggerMessage(6206, LogLevel.Error, "Nothing can be recorded; somebody's {Kind} was answered with a sentence that says so")]
    internal static partial void NothingRecorded(ILogger logger, Exception fault, string kind);

    [LoggerMessage(6207, LogLevel.Warning, "An answer could not be given in Slack: {Because}")]
    internal static partial void AnswerLost(ILogger logger, string because);

    [LoggerMessage(6208, LogLevel.Error, "An answer in Slack met a fault of IncidentBot's own")]
    internal static partial void AnswerFailed(ILogger logger, Exception fault);

    [LoggerMessage(6209, LogLevel.Warning, "{Waiting} answers wait to be given in Slack; this one is left out")]
    internal static partial void TooMany(ILogger logger, int waiting);

    [LoggerMessage(6210, LogLevel.Warning, "A form could not be opened in Slack: {Because}")]
    internal static partial void NotOpened(ILogger logger, string because);
}
