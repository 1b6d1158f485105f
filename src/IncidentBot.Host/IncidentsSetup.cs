using IncidentBot.Ports;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentBot.Host;

/// <summary>Puts the core together: the desk, what it reads from, and the clock.</summary>
internal static class IncidentsSetup
{
    /// <summary>Registers the desk and everything that answers through it.</summary>
    public static IServiceCollection AddIncidents(this IServiceCollection services, Policy policy)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new PolicyBook(policy));
        services.AddSingleton(AllVerbs.Create());
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<Ports.ISealBook, NoSeals>();
        services.AddSingleton<Shelf>();
        services.AddSingleton<IncidentCatalog>();
        services.AddSingleton<Sources>();
        services.AddSingleton<IncidentDesk>();
        return services;
    }
}

internal sealed class NoSeals : ISealBook
{
    public ValueTask<Seal> SealAsync(long stream, int number, ReadOnlyMemory<byte> head, DateTimeOffset at, CancellationToken cancellation = default) =>
        throw new StoreUnavailableException("This build has no seal book.");

    public ValueTask<IReadOnlyList<KeptSeal>> ReadAsync(CancellationToken cancellation = default) => ValueTask.FromResult<IReadOnlyList<KeptSeal>>([]);
}
