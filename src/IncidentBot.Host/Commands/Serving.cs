using IncidentBot.Host.Settings;
using IncidentBot.Ports;

namespace IncidentBot.Host.Commands;

/// <summary>A server, from its composing to its end.</summary>
internal static class Serving
{
    /// <summary>Composes it and lets it run until it is stopped.</summary>
    public static async Task RunAsync(
        WebApplicationBuilder builder, SettingsPage settings, Func<WebApplicationBuilder, SettingsPage, WebApplication> compose, CancellationToken cancellation)
    {
        builder.WebHost.UseUrls(settings.Addresses);
        var started = false;
        // What keeps the host from starting is told in a sentence, not in a log.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);
        await using var app = compose(builder, settings);
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        // Opened before anything listens, so that a store that cannot be opened is told in a sentence.
        app.Services.GetRequiredService<ITimelineStore>();
        await app.RunAsync(cancellation);
    }
}
