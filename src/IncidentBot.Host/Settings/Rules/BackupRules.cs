using IncidentBot.Host.Settings.Reading;

namespace IncidentBot.Host.Settings.Rules;

/// <summary>Where backups may be kept.</summary>
internal static class BackupRules
{
    private const string Setting = $"{nameof(HouseSettings.Backup)}:{nameof(HouseSettings.Backup.Directory)}";

    public static void Check(HouseSettings house, StartupFaults faults)
    {
        if (house.Backup.Place is not { } place) return;
        var data = Path.GetFullPath(house.Store.Path);
        var below = Path.GetRelativePath(data, place);
        if (below == "." || !(below.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(below)))
            faults.Add(Setting, $"{place} lies in the data directory {data}: what harms one would harm the other. Name a directory outside of it, on another disk.");
        else if (File.Exists(place))
            faults.Add(Setting, $"{place} is a file. Name a directory for backups.");
    }
}
