using Microsoft.Extensions.Logging;

namespace IncidentBot.Integrations.Alerts;

/// <summary>What the door for alerts tells its operator.</summary>
internal static partial class Log
{
    [LoggerMessage(5001, LogLevel.Debug, "{Count} alerts came: {Outcomes}")]
    internal static partial void Came(ILogger logger, int count, string outcomes);

    [LoggerMessage(5002, LogLevel.Warning, "Alerts without the right token were turned away")]
    internal static partial void TurnedAway(ILogger logger);

    [LoggerMessage(5003, LogLevel.Warning, "Alertmanager left {Count} alerts out of a request (max_alerts of its webhook)")]
    internal static partial void LeftOut(ILogger logger, long count);
}
