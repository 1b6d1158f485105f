using IncidentBot.Host.Tokens;
using IncidentBot.Ports;
using IncidentBot.Web.WarRoom;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentBot.Host;

/// <summary>Puts the core together: the desk, what it reads from, and the clock.</summary>
internal static class IncidentsSetup
{
    /// <summary>Registers the desk and everything that answers through it.</summary>
    public static IServiceCollection AddIncidents(this IServiceCollection services, Policy policy)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new PolicyBook(policy with { Chats = [.. policy.Chats.Prepend(WarRoomChat.ChatName).Distinct()] }));
        services.AddSingleton(AllVerbs.Create());
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<Shelf>();
        services.AddSingleton<RoomBook>();
        services.AddSingleton<IncidentCatalog>();
        services.AddSingleton<IncidentSearch>();
        services.AddSingleton<Sources>();
        services.AddSingleton<FileShredder>();
        services.AddSingleton<Looks>();
        services.AddSingleton<IChance, SystemChance>();
        services.AddSingleton<ITokenMint, TokenMint>();
        services.AddSingleton<IncidentDesk>();
        services.AddSingleton<AuditBook>();
        return services;
    }
}
