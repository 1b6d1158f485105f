using Microsoft.Extensions.Logging;

namespace IncidentBot.Stores.Seals;

/// <summary>What the seal file tells its operator.</summary>
internal static partial class Log
{
    [LoggerMessage(130, LogLevel.Warning, "The last line of {Place} is torn ({Bytes} bytes): the power may have gone while it was written. It counts for nothing")]
    internal static partial void Torn(ILogger logger, string place, long bytes);
}
