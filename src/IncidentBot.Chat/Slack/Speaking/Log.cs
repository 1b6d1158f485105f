using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Speaking;

/// <summary>What speaking in Slack tells its operator.</summary>
internal static partial class Log
{
    [LoggerMessage(6400, LogLevel.Warning, "{Channel} is shared with other companies, so no incident is announced there; set Slack:AnnounceChannel to a channel of this workspace alone")]
    internal static partial void Shared(ILogger logger, string channel);

    [LoggerMessage(6401, LogLevel.Warning, "The archived channel could not be brought back, so the incident gets another one: {Because}")]
    internal static partial void NotUnarchived(ILogger logger, string because);

    [LoggerMessage(6402, LogLevel.Warning, "The earlier channel of {Incident} could not be left with a word and archived: {Because}")]
    internal static partial void NotLeft(ILogger logger, IncidentId incident, string because);

    [LoggerMessage(6403, LogLevel.Warning, "A card could not be pinned: {Because}")]
    internal static partial void NotPinned(ILogger logger, string because);

    [LoggerMessage(6404, LogLevel.Warning, "A channel's topic could not be set: {Because}")]
    internal static partial void NoTopic(ILogger logger, string because);

    [LoggerMessage(6405, LogLevel.Warning, "A channel got no bookmarks: {Because}")]
    internal static partial void NoBookmarks(ILogger logger, string because);
}
