using IncidentBot.Host;
using IncidentBot.Host.Commands;
using IncidentBot.Host.Settings;
using IncidentBot.Stores.LiteDb;

return await CommandLine.RunAsync(args, Compose);

static WebApplication Compose(WebApplicationBuilder builder, HouseSettings settings)
{
    builder.Services
        .AddLiteDb()
        .AddIncidents(settings.Policy());

    var app = builder.Build();
    return app;
}
