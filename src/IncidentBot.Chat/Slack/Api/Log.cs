using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>What calls to Slack tell their operator: methods and Slack's words, never tokens, texts or addresses.</summary>
internal static partial class Log
{
    [LoggerMessage(6101, LogLevel.Information, "Slack said no to {Method}: {Code}")]
    internal static partial void Refused(ILogger logger, string method, string code);

    [LoggerMessage(6102, LogLevel.Warning, "Slack did not answer {Method}: {Why}")]
    internal static partial void Unanswered(ILogger logger, string method, string why);

    [LoggerMessage(6103, LogLevel.Information, "{Method} has to wait {Seconds} s for its turn")]
    internal static partial void Busy(ILogger logger, string method, double seconds);

    [LoggerMessage(6104, LogLevel.Information, "Slack asks to wait {Seconds} s before {Method} is called again")]
    internal static partial void Held(ILogger logger, double seconds, string method);

    [LoggerMessage(6105, LogLevel.Warning, "Slack refused the drawing in {Method} ({Code}); the words went without it. {Details}")]
    internal static partial void Undrawn(ILogger logger, string method, string code, string details);

    [LoggerMessage(6106, LogLevel.Information, "A post whose end was not known is there already")]
    internal static partial void FoundThere(ILogger logger);

    [LoggerMessage(6107, LogLevel.Warning, "Whether a post is there already cannot be seen ({Code}); it is posted, perhaps again")]
    internal static partial void CannotLook(ILogger logger, string code);

    [LoggerMessage(6108, LogLevel.Information, "The bot joined a channel to be heard there")]
    internal static partial void Joined(ILogger logger);

    [LoggerMessage(6109, LogLevel.Debug, "The app's id is not known: {Why}")]
    internal static partial void NoApp(ILogger logger, string why);
}
