using IncidentBot.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Chat.Slack.Checking;

/// <summary>Puts what examines the set-up in Slack into the host.</summary>
internal static class SlackCheckingSetup
{
    /// <summary>Registers the checkup.</summary>
    public static IServiceCollection AddSlackChecking(this IServiceCollection services) =>
        services.AddSingleton<SlackReach>().AddSingleton<WaysIn>().AddSingleton<AnnounceCheck>().AddSingleton<ICheckup, SlackCheckup>();
}
