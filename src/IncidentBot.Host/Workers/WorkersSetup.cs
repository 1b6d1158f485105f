using IncidentBot.Host.Workers.Backups;
using IncidentBot.Host.Workers.Hands;
using IncidentBot.Host.Workers.Likenesses;
using IncidentBot.Host.Workers.Looking;
using IncidentBot.Host.Workers.Promises;
using IncidentBot.Host.Workers.Reading;
using IncidentBot.Host.Workers.Retention;
using IncidentBot.Host.Workers.Seals;
using IncidentBot.Host.Workers.Searching;
using IncidentBot.Ports;
using IncidentBot.Stores.LiteDb;
using IncidentBot.Stores.Seals;
using IncidentBot.Stores.Search;
using IncidentBot.Web.WarRoom;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IncidentBot.Host.Workers;

/// <summary>Puts everything that works behind the answers into the host.</summary>
public static class WorkersSetup
{
    /// <summary>Registers the follower of the feed, the keeper of promises, the clock, the seals, the nightly verification, the search index and the backups.</summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PromiseOptions>().Bind(configuration.GetSection(PromiseOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SealOptions>().Bind(configuration.GetSection(SealOptions.Section)).ValidateDataAnnotations().ValidateOnStart();

        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section)).ValidateDataAnnotations().ValidateOnStart();

        services.AddSingleton<ISealBook>(provider => new SealFile(
            provider.GetRequiredService<IOptions<LiteDbOptions>>().Value.Path,
            provider.GetRequiredService<IOptions<SealOptions>>().Value.KeyFile,
            provider.GetRequiredService<ILogger<SealFile>>()));
        services.AddSearchIndex();
        services.AddSingleton<Duty>().AddSingleton<FeedProgress>();
        services.AddSingleton<PromiseBoard>().AddSingleton<IWaiting>(provider => provider.GetRequiredService<PromiseBoard>()).AddSingleton<ReadModels>().AddSingleton<Keeper>();
        services.AddSingleton<Pipelines>().AddSingleton<PromiseKeeper>().AddSingleton<Sealer>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChat, WarRoomChat>());
        services.TryAddEnumerable([
            ServiceDescriptor.Singleton<IHand, OpenRoomHand>(),
            ServiceDescriptor.Singleton<IHand, AnnounceHand>(),
            ServiceDescriptor.Singleton<IHand, PointToAbsorbedHand>(),
            ServiceDescriptor.Singleton<IHand, MarkProposalHand>(),
            ServiceDescriptor.Singleton<IHand, SealHand>(),
            ServiceDescriptor.Singleton<IHand, TellRoomHand>(),
            ServiceDescriptor.Singleton<IHand, TellPersonHand>(),
            ServiceDescriptor.Singleton<IHand, InviteHand>(),
            ServiceDescriptor.Singleton<IHand, RemoveHand>(),
            ServiceDescriptor.Singleton<IHand, ArchiveRoomHand>(),
            ServiceDescriptor.Singleton<IHand, ForgetHand>()]);

        // The follower comes first: the others wait until it has taken up the work, and it stops last.
        services.AddHostedService<FeedFollower>();
        services.AddHostedService<RulesNoter>();
        services.AddHostedService<ClockWorker>();
        services.AddHostedService<EffectsWorker>();
        services.AddHostedService<LikenessWorker>();
        services.AddHostedService<SealWorker>();
        services.AddHostedService<NightlyVerification>();
        services.AddHostedService<SearchFollower>();
        services.AddHostedService<LookWorker>();
        services.AddSingleton<RetentionWorker>().AddHostedService(provider => provider.GetRequiredService<RetentionWorker>());
        return services.AddBackups(configuration);
    }
}
