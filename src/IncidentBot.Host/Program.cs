using IncidentBot.Chat.Slack;
using IncidentBot.Host;
using IncidentBot.Host.Commands;
using IncidentBot.Host.Health;
using IncidentBot.Host.Metrics;
using IncidentBot.Host.Settings;
using IncidentBot.Host.Workers;
using IncidentBot.Integrations.Alerts;
using IncidentBot.Stores.LiteDb;
using IncidentBot.Web;
using IncidentBot.Web.Api;
using IncidentBot.Web.Guards;
using IncidentBot.Web.SigningIn;
using IncidentBot.Web.Tokens;

return await CommandLine.RunAsync(args, Compose);

static WebApplication Compose(WebApplicationBuilder builder, SettingsPage settings)
{
    builder.Services
        .AddLiteDb()
        .AddIncidents(settings.Policy)
        .AddWorkers(builder.Configuration)
        .AddGuards(keys: Path.Combine(settings.DataDirectory, "keys"), settings.Doorway)
        .AddApiTokens()
        .AddSignIn(settings.House.SignIn, settings.Doorway)
        .AddWarRoom()
        .AddApi()
        .AddAlerts(settings.House.Alerts)
        .AddSlack(settings.House.Slack, settings.PublicAddress)
        .AddHouseMetrics()
        .AddServerNote();

    builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => settings.Certificate?.Set(https)));

    var app = builder.Build();
    app.UseGuards();
    app.UseHouseMetrics();
    app.MapWarRoom();
    app.MapApi();
    app.MapAlerts();
    app.MapSlack();
    app.MapHealth();
    app.MapHouseMetrics();
    return app;
}
