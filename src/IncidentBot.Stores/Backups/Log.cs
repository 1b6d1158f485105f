using Microsoft.Extensions.Logging;

namespace IncidentBot.Stores.Backups;

/// <summary>What backups tell their operator.</summary>
internal static partial class Log
{
    [LoggerMessage(150, LogLevel.Error, "{Place} did not pass its verification: {Fault}")]
    internal static partial void Unsound(ILogger logger, string place, string fault);

    [LoggerMessage(151, LogLevel.Error, "In {Place}: {Detail}")]
    internal static partial void UnsoundBecause(ILogger logger, string place, string detail);
}
