namespace IncidentBot.Host.Settings;

/// <summary>All settings of the house, read and found sound.</summary>
public sealed class HouseSettings
{
    /// <summary>Where pages and API are served when nothing is set.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Where pages and API are served.</summary>
    public string[] Addresses { get; init; } = [DefaultAddress];

    /// <summary>Where everything is kept.</summary>
    public string DataDirectory { get; init; } = "./data";

    /// <summary>The house rules.</summary>
    public Policy Policy() => DefaultPolicy.Create();

    /// <summary>Reads the settings; throws <see cref="SettingsException"/> with every fault on one page.</summary>
    public static HouseSettings Read(IConfiguration configuration) =>
        new() { Addresses = [configuration["Listen"] ?? DefaultAddress], DataDirectory = Path.GetFullPath(configuration["Store:Path"] ?? "./data") };
}

/// <summary>The settings are wrong: every fault on one page.</summary>
public sealed class SettingsException(string message) : Exception(message);
