using IncidentBot.Host;
using IncidentBot.Host.Commands;
using IncidentBot.Host.Settings;
using IncidentBot.Stores.LiteDb;
using IncidentBot.Web.Api;
using IncidentBot.Web.Guards;

return await CommandLine.RunAsync(args, Compose);

static WebApplication Compose(WebApplicationBuilder builder, HouseSettings settings)
{
    builder.Services
        .AddLiteDb()
        .AddIncidents(settings.Policy())
        .AddGuards(keys: Path.Combine(settings.DataDirectory, "keys"))
        .AddApi();

    var app = builder.Build();
    app.UseGuards();
    app.MapApi();
    return app;
}
