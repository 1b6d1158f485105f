using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Integrations.Alerts;

/// <summary>Puts the door for alerts into the host.</summary>
public static class AlertsSetup
{
    /// <summary>Registers what taking alerts needs besides the desk and the clock, which the host registers.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">Who may send them.</param>
    public static IServiceCollection AddAlerts(this IServiceCollection services, AlertOptions options)
    {
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AlertJson.Default));
        return services.AddSingleton(new AlertToken(options.Token)).AddSingleton<AlertDoor>();
    }
}
