using IncidentBot.Chat.Slack.Hearing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>Puts what listens in incidents' channels into the host.</summary>
internal static class SlackRoomsSetup
{
    /// <summary>Registers who hears messages, files and what becomes of channels, and who reads back what was missed.</summary>
    public static IServiceCollection AddSlackRooms(this IServiceCollection services) => services
        .AddSingleton<OwnVoice>().AddSingleton<Transcript>().AddSingleton<Threads>().AddSingleton<Amendments>().AddSingleton<Whispers>().AddSingleton<Fates>()
        .AddSingleton<ISlackRecall, Recall>()
        .AddSingleton<ISlackEvents, MessageEvents>().AddSingleton<ISlackEvents, RoomEvents>()
        .AddSingleton<FileKeeping>().AddHostedService(all => all.GetRequiredService<FileKeeping>())
        .AddCatchingUp();

    private static IServiceCollection AddCatchingUp(this IServiceCollection services) => services
        .AddSingleton<Errands>().AddSingleton<InRooms>().AddSingleton<Marks>().AddSingleton<RoomCheck>().AddSingleton<Gap>().AddSingleton<ReadingBack>()
        .AddSingleton<SlackCatchUp>().AddSingleton<ISlackCatchUp>(all => all.GetRequiredService<SlackCatchUp>()).AddHostedService(all => all.GetRequiredService<SlackCatchUp>())
        .AddHostedService<OpenedRooms>();
}
