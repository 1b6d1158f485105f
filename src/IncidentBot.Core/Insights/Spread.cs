namespace IncidentBot;

/// <summary>
/// How long something took over many incidents, each counted once with its own span; averages are never averaged.
/// </summary>
/// <param name="Count">How many spans there are.</param>
/// <param name="Median">The middle one, or the mean of the two in the middle.</param>
/// <param name="P90">The shortest that at least 90 % of them are not longer than: a span that really happened; of fewer than ten, the longest.</param>
/// <param name="Mean">Their sum divided by their count.</param>
public sealed record Spread(int Count, TimeSpan Median, TimeSpan P90, TimeSpan Mean)
{
    /// <summary>What the columns mean, for readers.</summary>
    public const string Definition =
        "Every incident counts once, with its own span; what still lasts is not counted. The median is the middle span, or the mean of the two in the middle. "
        + "90 % within is the shortest span that at least 90 % of them are not longer than (of fewer than ten, the longest). The mean is their sum divided by n.";

    /// <summary>The spread of these spans; null when there are none.</summary>
    public static Spread? Of(IEnumerable<TimeSpan> spans)
    {
        var sorted = spans.Order().ToList();
        if (sorted.Count == 0) return null;
        var median = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        var p90 = sorted[((sorted.Count * 9) + 9) / 10 - 1];
        return new Spread(sorted.Count, median, p90, new TimeSpan((long)(sorted.Sum(span => (decimal)span.Ticks) / sorted.Count)));
    }
}
