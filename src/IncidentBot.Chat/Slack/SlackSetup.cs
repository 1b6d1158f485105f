using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Checking;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Chat.Slack.Hearing;
using IncidentBot.Chat.Slack.Rooms;
using IncidentBot.Chat.Slack.Sockets;
using IncidentBot.Chat.Slack.Speaking;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Chat.Slack;

/// <summary>Puts Slack into the host.</summary>
public static class SlackSetup
{
    /// <summary>Registers all of Slack, when the settings turn it on.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">The settings, checked.</param>
    /// <param name="address">Where people reach this server's pages; null when links would lead nowhere.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options, Uri? address) => options.IsOn
        ? services.AddSingleton(options).AddSingleton(new SlackPages(address))
            .AddSlackApi().AddSlackDrawing().AddSlackHearing().AddSlackRooms().AddSlackSpeaking().AddSlackSockets(options).AddSlackChecking()
        : services;

    /// <summary>Opens the doors for Slack's requests, when Slack sends them over HTTP.</summary>
    public static void MapSlack(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<SlackOptions>() is { UsesSocket: false }) routes.MapSlackHearing();
    }
}

/// <summary>This server's pages, as links in Slack lead to them.</summary>
/// <param name="Address">What links begin with; null when there is no address that people elsewhere reach.</param>
public sealed record SlackPages(Uri? Address)
{
    /// <summary>The whole address of a page (<see cref="PagePaths"/>); null when links would lead nowhere.</summary>
    public Uri? Of(string path) => Address is null ? null : new Uri(Address, path);
}
