using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Puts what listens in incidents' channels into the host.</summary>
internal static class SlackRoomsSetup
{
    /// <summary>Registers who hears messages, files and what becomes of channels, and who reads back what was missed.</summary>
    public static IServiceCollection AddSlackRooms(this IServiceCollection services) => services;
}
