using IncidentBot.Ports;
using IncidentBot.Stores.LiteDb;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentBot.Stores.Search;

/// <summary>Puts the search index into the host.</summary>
public static class SearchIndexSetup
{
    /// <summary>Registers the index in the directory that <c>Store:Path</c> names. A worker must open it and bring it what is recorded.</summary>
    public static IServiceCollection AddSearchIndex(this IServiceCollection services)
    {
        services.AddSingleton(provider => new SqliteSearchIndex(
            provider.GetRequiredService<IOptions<LiteDbOptions>>().Value.Path,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<SqliteSearchIndex>>()));
        return services.AddSingleton<ISearchIndex>(provider => provider.GetRequiredService<SqliteSearchIndex>());
    }
}
