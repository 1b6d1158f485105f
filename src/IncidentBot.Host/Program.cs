using IncidentBot.Host;
using IncidentBot.Host.Commands;
using IncidentBot.Host.Settings;
using IncidentBot.Host.Workers;
using IncidentBot.Stores.LiteDb;
using IncidentBot.Web;
using IncidentBot.Web.Api;
using IncidentBot.Web.Guards;

return await CommandLine.RunAsync(args, Compose);

static WebApplication Compose(WebApplicationBuilder builder, SettingsPage settings)
{
    builder.Services
        .AddLiteDb()
        .AddIncidents(settings.Policy)
        .AddGuards(keys: Path.Combine(settings.DataDirectory, "keys"))
        .AddApi()
        .AddWarRoom()
        .AddWorkers(builder.Configuration);

    var app = builder.Build();
    app.UseGuards();
    app.MapApi();
    app.MapWarRoom();
    return app;
}
