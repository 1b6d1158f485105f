using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Sockets;

/// <summary>What the connections to Slack tell their operator: never what came by them, and never an address, which is a key.</summary>
internal static partial class Log
{
    [LoggerMessage(450, LogLevel.Information, "Connected to Slack, by {Count} connections now")]
    internal static partial void Connected(ILogger logger, int count);

    [LoggerMessage(EventId = 451, Message = "A connection to Slack is opened again in {Wait}: {Because}")]
    internal static partial void Departed(ILogger logger, LogLevel level, string because, TimeSpan wait);

    [LoggerMessage(452, LogLevel.Error, "Something from Slack ({Kind}) was not taken in and is not acknowledged")]
    internal static partial void NotTaken(ILogger logger, Exception fault, string kind);

    [LoggerMessage(453, LogLevel.Warning, "Something from Slack ({Kind}) was left to be delivered again: too much waits, or the program stops")]
    internal static partial void NotPut(ILogger logger, string kind);

    [LoggerMessage(454, LogLevel.Warning, "A frame of {Bytes} bytes from Slack is larger than anything it sends, and was passed over")]
    internal static partial void TooLarge(ILogger logger, long bytes);

    [LoggerMessage(455, LogLevel.Warning, "A frame of {Bytes} bytes from Slack is not JSON, and was passed over")]
    internal static partial void NotJson(ILogger logger, int bytes);

    [LoggerMessage(456, LogLevel.Debug, "Something from Slack of a kind that nobody here knows ({Kind}) was received and left")]
    internal static partial void UnknownEnvelope(ILogger logger, string kind);

    [LoggerMessage(457, LogLevel.Warning, "What came from Slack was not all taken in within {Within}, and is left to be delivered again")]
    internal static partial void Unfinished(ILogger logger, TimeSpan within);

    [LoggerMessage(458, LogLevel.Debug, "A connection to Slack did not end in good order: {Because}")]
    internal static partial void EndedRoughly(ILogger logger, string because);

    [LoggerMessage(459, LogLevel.Debug, "The connections to Slack are being ended")]
    internal static partial void Stopping(ILogger logger);
}
