using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>What listening in channels tells its operator.</summary>
internal static partial class Log
{
    [LoggerMessage(6301, LogLevel.Warning, "Slack does not say who the bot is, so its own messages cannot be told from others' yet: {Because}")]
    internal static partial void Unknown(ILogger logger, string because);

    [LoggerMessage(6302, LogLevel.Warning, "The file {File} stays in Slack alone, its name and link are recorded: {Because}")]
    internal static partial void FileNotKept(ILogger logger, string file, string because);

    [LoggerMessage(6303, LogLevel.Error, "The file {File} could not be recorded yet; it is found again when its channel is read back")]
    internal static partial void FileNotRecorded(ILogger logger, Exception fault, string file);

    [LoggerMessage(6304, LogLevel.Warning, "An answer is recorded outside its thread, because {Message} could not be had: {Because}")]
    internal static partial void HeadMissing(ILogger logger, string message, string because);

    [LoggerMessage(6305, LogLevel.Information, "Reading back {Channel}: {Reason}")]
    internal static partial void Asked(ILogger logger, string channel, string reason);

    [LoggerMessage(6306, LogLevel.Information, "Read back the channel of {Incident} ({Reading}): {Count} messages were looked at, and some were missing")]
    internal static partial void ReadBack(ILogger logger, IncidentId incident, Reading reading, int count);

    [LoggerMessage(6307, LogLevel.Warning, "The channel of {Incident} could not be read back, and is tried again in {Wait}: {Because}")]
    internal static partial void NotReadBack(ILogger logger, IncidentId incident, string because, TimeSpan wait);

    [LoggerMessage(6308, LogLevel.Debug, "Slack asks to wait {Wait} before more is read back")]
    internal static partial void Waits(ILogger logger, TimeSpan wait);

    [LoggerMessage(6309, LogLevel.Error, "Which channels are to be read back could not be told; the next round tries again")]
    internal static partial void NoRooms(ILogger logger, Exception fault);

    [LoggerMessage(6310, LogLevel.Critical, "Nothing is read back any more: {Because}")]
    internal static partial void Fenced(ILogger logger, string because);
}
