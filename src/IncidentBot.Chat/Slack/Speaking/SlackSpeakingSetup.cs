using IncidentBot.Chat.Slack.Speaking.Likenesses;
using IncidentBot.Chat.Slack.Speaking.Opening;
using IncidentBot.Chat.Slack.Speaking.Saying;
using IncidentBot.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentBot.Chat.Slack.Speaking;

/// <summary>Puts what speaks in Slack into the host.</summary>
internal static class SlackSpeakingSetup
{
    /// <summary>Registers Slack as a chat, with all its powers.</summary>
    public static IServiceCollection AddSlackSpeaking(this IServiceCollection services)
    {
        services.TryAddSingleton<RoomBook>();
        services
            .AddSingleton<SlackStanding>().AddSingleton<SlackDeeds>().AddSingleton<GeneralChannel>().AddSingleton<Discretion>()
            .AddSingleton<ChannelMaking>().AddSingleton<EarlierRoom>().AddSingleton<RoomOpening>()
            .AddSingleton<TellingWords>().AddSingleton<Threads>().AddSingleton<RoomTelling>().AddSingleton<PersonTelling>()
            .AddSingleton<LastDrawn>().AddSingleton<Announcements>().AddSingleton<RoomCard>().AddSingleton<RoomTopic>().AddSingleton<RoomBookmarks>().AddSingleton<RoomLikenesses>()
            .AddSingleton<Inviting>().AddSingleton<Archiving>().AddSingleton<Forgetting>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChat, SlackChat>());
        return services;
    }
}
