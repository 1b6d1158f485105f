using IncidentBot.Ports;
using IncidentBot.Stores.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentBot.Stores.LiteDb;

/// <summary>Puts the timeline in one directory into the host.</summary>
public static class LiteDbSetup
{
    /// <summary>Registers the timeline and the uploaded files, both in the directory that <c>Store:Path</c> names. The timeline is opened when it is first asked for.</summary>
    public static IServiceCollection AddLiteDb(this IServiceCollection services)
    {
        services.AddOptions<LiteDbOptions>().BindConfiguration(LiteDbOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ITimelineStore>(provider => LiteDbTimelineStore.Open(
            provider.GetRequiredService<IOptions<LiteDbOptions>>().Value,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<LiteDbTimelineStore>>()));
        services.AddSingleton<IFileStore>(provider =>
            new FileStore(Path.Combine(provider.GetRequiredService<IOptions<LiteDbOptions>>().Value.Path, "files")));
        return services;
    }
}
