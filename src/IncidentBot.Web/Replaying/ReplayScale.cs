using System.Globalization;

namespace IncidentBot.Web.Replaying;

/// <summary>The moments that a slider stops at, from an incident's first entry to its last, in steps that fit its length.</summary>
/// <param name="First">When the first entry was recorded: the leftmost stop.</param>
/// <param name="Last">When the last one was: the rightmost.</param>
/// <param name="Step">How far the stops between them are apart; they are round times.</param>
public sealed record ReplayScale(DateTimeOffset First, DateTimeOffset Last, TimeSpan Step)
{
    private const int Most = 400;

    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 1, 5, 15, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds)),
        .. new[] { 1, 5, 15, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 3, 6, 12, 24, 7 * 24 }.Select(hours => TimeSpan.FromHours(hours)),
    ];

    /// <summary>The scale between two moments.</summary>
    public static ReplayScale Of(DateTimeOffset first, DateTimeOffset last) =>
        new(first, last, Steps.FirstOrDefault(step => (last - first) / step <= Most, Steps[^1]));

    /// <summary>The round time that the steps are counted from.</summary>
    public DateTimeOffset Base => new(First.UtcTicks - (First.UtcTicks % Step.Ticks), TimeSpan.Zero);

    /// <summary>The number of the rightmost stop; the leftmost is 0.</summary>
    public int Stops => (int)Math.Max(1, Math.Ceiling((Last - Base) / Step));

    /// <summary>The stop of a moment, or the one before it.</summary>
    public int StopOf(DateTimeOffset moment) => moment >= Last ? Stops : (int)Math.Clamp((moment - Base) / Step, 0, Stops);

    /// <summary>A moment as addresses say it, exact to the microsecond.</summary>
    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
