using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentBot.Chat.Slack.Sockets;

/// <summary>Puts the connections to Slack into the host.</summary>
internal static class SlackSocketsSetup
{
    /// <summary>Registers what connects by itself, when the settings hold an app-level token.</summary>
    public static IServiceCollection AddSlackSockets(this IServiceCollection services, SlackOptions options)
    {
        if (!options.UsesSocket) return services;
        services.TryAddSingleton(new SocketPace());
        return services.AddSingleton<SlackConnections>().AddSingleton<SlackEnvelopes>().AddSingleton<SlackDial>().AddHostedService<SlackSocketWorker>();
    }
}
