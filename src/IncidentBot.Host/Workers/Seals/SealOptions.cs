using System.ComponentModel.DataAnnotations;

namespace IncidentBot.Host.Workers.Seals;

/// <summary>How often timelines are sealed, and under which key.</summary>
public sealed class SealOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Seals";

    /// <summary>How long news stays unsealed at most. What was recorded since the last seal is chained, but its loss would not show.</summary>
    /// <value>The default is a quarter of an hour.</value>
    [Range(typeof(TimeSpan), "00:00:10", "30.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The file with the key; made when it is not there. Whoever cannot read it cannot forge a seal: keep it where the data directory's users cannot come.</summary>
    /// <value>The default is <c>seal.key</c> in the data directory.</value>
    public string? KeyFile { get; set; }
}
