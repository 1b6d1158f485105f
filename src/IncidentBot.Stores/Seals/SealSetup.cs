using IncidentBot.Ports;
using IncidentBot.Stores.LiteDb;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentBot.Stores.Seals;

/// <summary>Puts the seal book beside the timeline.</summary>
public static class SealSetup
{
    /// <summary>Registers the seal file in the directory that <c>Store:Path</c> names, under the key that <c>Seals:KeyFile</c> names.</summary>
    public static IServiceCollection AddSealFile(this IServiceCollection services)
    {
        services.AddOptions<SealFileOptions>().BindConfiguration(SealFileOptions.Section);
        return services.AddSingleton<ISealBook>(provider => new SealFile(
            provider.GetRequiredService<IOptions<LiteDbOptions>>().Value.Path,
            provider.GetRequiredService<IOptions<SealFileOptions>>().Value.KeyFile,
            provider.GetRequiredService<ILogger<SealFile>>()));
    }
}
