using IncidentBot.Host.Workers.Seals;
using IncidentBot.Ports;
using IncidentBot.Stores.Backups;
using IncidentBot.Stores.LiteDb;
using Microsoft.Extensions.Options;

namespace IncidentBot.Host.Workers.Backups;

/// <summary>Puts backups into the host.</summary>
internal static class BackupsSetup
{
    /// <summary>Registers the maker of backups, whoever tells the house of them, and the worker that asks for them.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BackupOptions>().Bind(configuration.GetSection(BackupOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new BackupMaker(
            provider.GetRequiredService<ITimelineStore>(),
            provider.GetRequiredService<IOptions<LiteDbOptions>>().Value.Path,
            provider.GetRequiredService<IOptions<SealOptions>>().Value.KeyFile,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<BackupMaker>>()));
        services.AddSingleton<RecordedBackups>().AddSingleton<IBackups>(provider => provider.GetRequiredService<RecordedBackups>());
        return services.AddSingleton<BackupStanding>().AddHostedService<BackupWorker>();
    }
}
