namespace IncidentBot.Host.Demo;

/// <summary>What the demo tells its operator.</summary>
internal static partial class Log
{
    [LoggerMessage(380, LogLevel.Information, "{Who} could not {Deed}, and the demo goes on: {Because}")]
    internal static partial void PassedOver(ILogger logger, string who, string deed, string because);

    [LoggerMessage(381, LogLevel.Error, "The demo stopped in the middle; the war room stays open")]
    internal static partial void Stopped(ILogger logger, Exception fault);
}
