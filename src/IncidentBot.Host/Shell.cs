using IncidentBot.Host.Settings.Reading;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace IncidentBot.Host;

/// <summary>The bare web host: where it reads settings from, and what it never tells.</summary>
internal static class Shell
{
    /// <summary>A builder that has read the settings files, the environment and the arguments.</summary>
    public static WebApplicationBuilder Builder(IReadOnlyList<string> arguments)
    {
        var builder = BareBuilder(arguments);
        SettingsFiles.AddTo(builder.Configuration);
        return builder;
    }

    /// <summary>A builder that has read the arguments alone, for what must be the same in every house.</summary>
    public static WebApplicationBuilder ArgumentsBuilder(IReadOnlyList<string> arguments)
    {
        var builder = BareBuilder(arguments);
        foreach (var source in builder.Configuration.Sources.Where(source => source is JsonConfigurationSource or EnvironmentVariablesConfigurationSource).ToList())
            builder.Configuration.Sources.Remove(source);
        return builder;
    }

    private static WebApplicationBuilder BareBuilder(IReadOnlyList<string> arguments)
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
        // The web server's own log of every request is for those who ask for it.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = [new("Logging:LogLevel:Microsoft.AspNetCore", "Warning")] });
        // Keys of forms lie in the data directory, like everything else that only this account may read.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        return builder;
    }
}
