using IncidentBot.Chat.Slack.Api.Calling;
using IncidentBot.Chat.Slack.Api.Files;
using IncidentBot.Chat.Slack.Api.Posting;
using IncidentBot.Chat.Slack.Api.Reading;
using IncidentBot.Chat.Slack.Api.Web;
using IncidentBot.Chat.Slack.Naming;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Refit;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>Puts Slack's Web API, and who is who there, into the host.</summary>
internal static class SlackApiSetup
{
    /// <summary>Registers <see cref="ISlack"/> and <see cref="ISlackPeople"/>.</summary>
    public static IServiceCollection AddSlackApi(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SlackWire>().AddSingleton<SlackHosts>()
            .AddSingleton<SlackGate>().AddSingleton<SlackCallTally>().AddSingleton<SlackWatch>().AddSingleton<SlackCaller>()
            .AddSingleton<KeyedPosts>().AddSingleton<SlackGaps>()
            .AddSingleton<SlackViews>().AddSingleton<SlackResponses>().AddSingleton<SlackDownloads>()
            .AddSingleton<ISlack, SlackClient>().AddSingleton<ISlackPeople, SlackPeople>();
        services.AddRefitGeneratedClient<ISlackWeb>(SlackJson.Default).OverTheWire();
        services.AddRefitGeneratedClient<ISlackTriggers>(SlackJson.Default).OverTheWire();
        services.AddHttpClient(SlackResponses.Client).OverTheWire();
        services.AddHttpClient(SlackDownloads.Client).OverTheWire();
        return services;
    }

    // Addresses may be secrets: nothing of requests is logged but what this folder logs. How long a call may take is decided call by call.
    private static IHttpClientBuilder OverTheWire(this IHttpClientBuilder client) => client
        .ConfigureHttpClient((services, http) => (http.BaseAddress, http.Timeout) = (services.GetRequiredService<SlackOptions>().ApiUrl, Timeout.InfiniteTimeSpan))
        .ConfigurePrimaryHttpMessageHandler(services => services.GetRequiredService<SlackWire>().Handler)
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();
}
