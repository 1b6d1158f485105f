using System.ComponentModel.DataAnnotations;

namespace IncidentBot.Host.Workers.Promises;

/// <summary>How patiently promises are kept.</summary>
public sealed class PromiseOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Promises";

    /// <summary>How long a promise is tried before it waits for a person, counted from when it was made or renewed.</summary>
    /// <value>The default is half a day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How often it is tried at least, also when it grew old while the bot was away.</summary>
    /// <value>The default is 5.</value>
    [Range(1, 1000)]
    public int LeastTries { get; set; } = 5;

    /// <summary>How many promises are being kept at one destination at the same time; those of one incident follow one another.</summary>
    /// <value>The default is 8.</value>
    [Range(1, 100)]
    public int AtOnce { get; set; } = 8;

    /// <summary>How long one try may take.</summary>
    /// <value>The default is 30 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan TryFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after the first failure it is tried again; the wait doubles, give or take, each time.</summary>
    /// <value>The default is one second.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two tries.</summary>
    /// <value>The default is five minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>After how many failures within a minute a destination counts as away.</summary>
    /// <value>The default is 5.</value>
    [Range(2, 1000)]
    public int FailuresUntilAway { get; set; } = 5;

    /// <summary>How long a destination that is away is left alone.</summary>
    /// <value>The default is 30 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.500", "1.00:00:00")]
    public TimeSpan AwayFor { get; set; } = TimeSpan.FromSeconds(30);
}
