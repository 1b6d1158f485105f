using IncidentBot.Host.Settings;
using IncidentBot.Ports;

namespace IncidentBot.Host.Commands;

using Command = System.CommandLine.Command;

/// <summary><c>serve</c>: the war room, the API and the workers, until the program is stopped.</summary>
internal sealed class ServeCommand : Command
{
    private readonly Func<WebApplicationBuilder, SettingsPage, WebApplication> compose;

    public ServeCommand(Func<WebApplicationBuilder, SettingsPage, WebApplication> compose)
        : base("serve", "Serves the war room and the API (the default). Any setting may follow: --Store:Path=/var/lib/incidentbot")
    {
        this.compose = compose;
        TreatUnmatchedTokensAsErrors = false;
        SetAction((parsed, cancellation) => Faults.ToldAsync(() => ServeAsync([.. parsed.UnmatchedTokens], cancellation)));
    }

    private async Task<int> ServeAsync(string[] arguments, CancellationToken cancellation)
    {
        var builder = Shell.Builder(arguments);
        var settings = SettingsPage.Read(builder.Configuration, AllVerbs.Create());
        builder.WebHost.UseUrls(settings.Addresses);
        var started = false;
        // What keeps the host from starting is told in a sentence, not in a log.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);
        await using var app = compose(builder, settings);
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        // Opened before anything listens, so that a store that cannot be opened is told in a sentence.
        app.Services.GetRequiredService<ITimelineStore>();
        await app.RunAsync(cancellation);
        return ExitCodes.Done;
    }
}
