using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Naming;

/// <summary>What the naming of people tells the operator.</summary>
internal static partial class Log
{
    [LoggerMessage(6150, LogLevel.Debug, "Slack did not say who somebody is; they go by what the house knows: {Why}")]
    internal static partial void NotSaid(ILogger logger, string why);

    [LoggerMessage(6151, LogLevel.Warning, "Who somebody is could not be asked; they go by what the house knows")]
    internal static partial void NotNamed(ILogger logger, Exception fault);

    [LoggerMessage(6152, LogLevel.Warning, "The house could not be asked who somebody is; they go by their id")]
    internal static partial void NotKnown(ILogger logger, Exception fault);

    [LoggerMessage(6153, LogLevel.Warning, "Somebody whom Slack named could not be made known to the house")]
    internal static partial void NotMet(ILogger logger, Exception fault);
}
