using System.ComponentModel.DataAnnotations;

namespace IncidentBot.Stores.LiteDb;

/// <summary>Where the timeline lies: one directory on a local disk, for one process.</summary>
public sealed class LiteDbOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Store";

    /// <summary>The data directory; created when it is not there.</summary>
    /// <value>The default is <c>./data</c>.</value>
    [Required(AllowEmptyStrings = false)]
    public string Path { get; set; } = "./data";
}
