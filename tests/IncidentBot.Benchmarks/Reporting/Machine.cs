using System.Runtime.InteropServices;
using IncidentBot.Benchmarks.Running;

namespace IncidentBot.Benchmarks.Reporting;

/// <summary>What one must know of the machine to read the table; nothing that would tell which machine it is.</summary>
internal static class Machine
{
    /// <summary>The facts, as Markdown.</summary>
    public static string Facts(Lab lab) =>
        $"""
        {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, {FileSystem(lab)}, {RuntimeInformation.FrameworkDescription}; sizes: {lab.Amount.Name}.
        Sides take turns in slices, the first one changes from round to round; figures and ratios are medians over {lab.Amount.Rounds} rounds.

        """;

    private static string FileSystem(Lab lab)
    {
        var drive = DriveInfo.GetDrives().Where(drive => drive.IsReady && lab.Directory.StartsWith(drive.RootDirectory.FullName, StringComparison.Ordinal))
            .MaxBy(drive => drive.RootDirectory.FullName.Length);
        return $"data on {drive?.DriveFormat ?? "an unknown file system"}";
    }
}
