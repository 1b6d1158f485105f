using Microsoft.Extensions.Logging;

namespace IncidentBot.Stores.Search;

/// <summary>What the search index tells its operator.</summary>
internal static partial class Log
{
    [LoggerMessage(140, LogLevel.Information, "Search index opened in {Place}: it holds the timeline up to position {Position}")]
    internal static partial void Opened(ILogger logger, string place, long position);

    [LoggerMessage(141, LogLevel.Warning, "The search index in {Place} is built anew from the timeline: {Because}")]
    internal static partial void BuiltAnew(ILogger logger, string place, string because);

    [LoggerMessage(143, LogLevel.Information, "The words of what was redacted are out of the search index in {Place} for good")]
    internal static partial void Purged(ILogger logger, string place);

    [LoggerMessage(142, LogLevel.Error, "The search index in {Place} could not answer; the timeline is not touched by it")]
    internal static partial void NotAnswered(ILogger logger, Exception fault, string place);
}
