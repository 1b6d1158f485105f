using IncidentBot.Host.Settings;

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
        await Serving.RunAsync(builder, settings, compose, cancellation);
        return ExitCodes.Done;
    }
}
