using IncidentBot.Host.Health;
using IncidentBot.Web.Tokens;
using Prometheus;

namespace IncidentBot.Host.Metrics;

/// <summary>Puts the metrics into the host, as Prometheus reads them.</summary>
internal static class MetricsSetup
{
    /// <summary>Registers what is counted.</summary>
    public static IServiceCollection AddHouseMetrics(this IServiceCollection services) =>
        services.AddSingleton<Standings>().AddSingleton<HouseMetrics>().AddSingleton<PlatformMetrics>().AddHostedService<MetricsFollower>().AddHostedService<SlackCallMetrics>();

    /// <summary>Counts requests from here on, by route, never by what stands in the address.</summary>
    public static void UseHouseMetrics(this WebApplication app)
    {
        var factory = app.Services.GetRequiredService<HouseMetrics>().Factory;
        app.Services.GetRequiredService<PlatformMetrics>().Measure();
        app.UseHttpMetrics(http => http.SetMetricFactory(factory));
    }

    /// <summary>Opens <c>/metrics</c>, to this machine or to a token that reads.</summary>
    public static void MapHouseMetrics(this WebApplication app) =>
        app.MapMetrics("/metrics", app.Services.GetRequiredService<HouseMetrics>().Registry).NeedsScope(TokenScope.Read);
}
