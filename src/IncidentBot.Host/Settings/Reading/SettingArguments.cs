namespace IncidentBot.Host.Settings.Reading;

/// <summary>Settings on the command line: <c>--Store:Path=/data</c> or <c>--Store:Path /data</c>.</summary>
internal static class SettingArguments
{
    /// <summary>Ends the start when an argument is no setting with its value.</summary>
    public static void Check(IReadOnlyList<string> arguments)
    {
        var faults = new StartupFaults();
        for (var at = 0; at < arguments.Count; at++)
        {
            var argument = arguments[at];
            if (!argument.StartsWith("--", StringComparison.Ordinal) || argument.Length == 2) faults.Add(argument, "This is no setting. Settings are written --Store:Path=/var/lib/incidentbot.");
            else if (argument.Contains('=')) continue;
            else if (at + 1 < arguments.Count && !arguments[at + 1].StartsWith("--", StringComparison.Ordinal)) at++;
            else faults.Add(argument[2..], $"The value is missing. Write {argument}=….");
        }
        faults.ThrowIfAny();
    }
}
