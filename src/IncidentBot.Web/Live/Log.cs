using Microsoft.Extensions.Logging;

namespace IncidentBot.Web.Live;

internal static partial class Log
{
    [LoggerMessage(EventId = 4101, Level = LogLevel.Error, Message = "Entry {Number} could not be drawn; a stand-in was shown.")]
    public static partial void EntryNotDrawn(ILogger logger, Exception fault, int number);
}
