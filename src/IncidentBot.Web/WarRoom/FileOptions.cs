using System.ComponentModel.DataAnnotations;

namespace IncidentBot.Web.WarRoom;

/// <summary>What may be uploaded.</summary>
public sealed class FileOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "WarRoom";

    /// <summary>The largest file, in megabytes.</summary>
    [Range(1, 2_000)]
    public int LargestFileMegabytes { get; set; } = 25;

    internal long LargestFileBytes => LargestFileMegabytes * 1024L * 1024L;
}
