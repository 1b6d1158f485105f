using System.ComponentModel.DataAnnotations;

namespace IncidentBot.Host.Workers.Backups;

/// <summary>Which backups are made without being asked for.</summary>
public sealed class BackupOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Backup";

    /// <summary>Where they are kept, outside the data directory; null makes none. Nothing else may keep its backups there: the oldest are removed.</summary>
    /// <value>The default is null.</value>
    public string? Directory { get; set; }

    /// <summary>How old the newest one may become.</summary>
    /// <value>The default is a day.</value>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many good ones are kept.</summary>
    /// <value>The default is 7.</value>
    [Range(1, 1000)]
    public int Keep { get; set; } = 7;

    /// <summary>The full path of the directory; null when none are made.</summary>
    internal string? Place => string.IsNullOrWhiteSpace(Directory) ? null : Path.GetFullPath(Directory);
}
