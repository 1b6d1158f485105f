namespace IncidentBot.Host.Settings.Reading;

/// <summary>Everything that is wrong with the settings, gathered before the program starts, to be told on one page.</summary>
public sealed class StartupFaults
{
    private readonly List<(string Setting, string Sentence)> all = [];

    /// <summary>True while nothing is wrong.</summary>
    public bool None => all.Count == 0;

    /// <summary>One more.</summary>
    /// <param name="setting">The setting's full name, or the file.</param>
    /// <param name="sentence">What is wrong, and what to write instead.</param>
    public void Add(string setting, string sentence) => all.Add((setting, sentence));

    /// <summary>Ends the start when anything is wrong.</summary>
    public void ThrowIfAny()
    {
        if (!None) throw new SettingsException(Page());
    }

    private string Page() => string.Join('\n', [
        all.Count == 1 ? "IncidentBot did not start: a setting is wrong." : $"IncidentBot did not start: {all.Count} settings are wrong.",
        .. all.Select(fault => $"\n  {fault.Setting}\n    {fault.Sentence}"),
        "\nSettings come from appsettings.json (here or beside the program), the environment (Store__Path) and the command line (--Store:Path=…).",
        "appsettings.example.json shows every setting with its default.",
    ]);
}

/// <summary>The settings are wrong: the message is the page that tells every fault.</summary>
public sealed class SettingsException(string message) : Exception(message);
