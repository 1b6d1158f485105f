using IncidentBot.Host.Settings.Reading;
using Microsoft.Extensions.Configuration.Memory;

namespace IncidentBot.Host;

/// <summary>The bare web host: where it reads settings from, and what it never tells.</summary>
internal static class Shell
{
    /// <summary>A builder that has read the settings files, the environment and the arguments.</summary>
    public static WebApplicationBuilder Builder(IReadOnlyList<string> arguments)
    {
        SettingsFiles.Check();
        SettingArguments.Check(arguments);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Settings are read once; watching their folder for changes costs seconds where it is large.
            Args = [.. arguments, "--hostBuilder:reloadConfigOnChange=false"],
            ApplicationName = typeof(Shell).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        SettingsFiles.AddTo(builder.Configuration);
        // The web server's own log of every request is for those who ask for it.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = [new("Logging:LogLevel:Microsoft.AspNetCore", "Warning")] });
        // Keys of forms lie in the data directory, like everything else that only this account may read.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        return builder;
    }
}
