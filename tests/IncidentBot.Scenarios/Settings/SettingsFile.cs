using IncidentBot.Host.Settings;
using IncidentBot.Host.Settings.Reading;
using Microsoft.Extensions.Configuration;

namespace IncidentBot.Scenarios.Settings;

/// <summary>A settings file, read as the program reads it.</summary>
internal static class SettingsFile
{
    /// <summary>What follows from these settings.</summary>
    public static SettingsPage Read(string json)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            using var configuration = new ConfigurationManager();
            configuration.AddJsonFile(path);
            return SettingsPage.Read(configuration, AllVerbs.Create());
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The page of faults.</summary>
    public static string Faults(string json) => Assert.Throws<SettingsException>(() => Read(json))!.Message;
}
