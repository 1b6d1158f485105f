using IncidentBot.Host.Settings.Reading;
using IncidentBot.Host.Workers.Retention;

namespace IncidentBot.Host.Settings.Rules;

/// <summary>Where the words of old incidents go.</summary>
internal static class RetentionRules
{
    private const string Path = $"{RetentionOptions.Section}:{nameof(RetentionOptions.Directory)}";

    public static void Check(RetentionOptions retention, string dataDirectory, StartupFaults faults)
    {
        if (retention.After is null) return;
        if (string.IsNullOrWhiteSpace(retention.Directory)) faults.Add(Path, "Where do the bundles of retired incidents go? Name a directory outside the data directory.");
        else if (System.IO.Path.GetFullPath(retention.Directory) is var full && (full + "/").StartsWith(dataDirectory.TrimEnd('/') + "/", StringComparison.Ordinal))
            faults.Add(Path, "This lies in the data directory, so that the words would not leave it. Name a directory outside.");
    }
}
