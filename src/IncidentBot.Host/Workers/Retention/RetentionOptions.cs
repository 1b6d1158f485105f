using System.ComponentModel.DataAnnotations;

namespace IncidentBot.Host.Workers.Retention;

/// <summary>How long ended incidents keep their words.</summary>
public sealed class RetentionOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Retention";

    /// <summary>How long after an incident was closed, cancelled or merged its words leave the timeline; they stay for ever while it is unset.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "36500.00:00:00")]
    public TimeSpan? After { get; set; }

    /// <summary>The directory where its evidence bundle goes first; outside the data directory.</summary>
    public string? Directory { get; set; }
}
