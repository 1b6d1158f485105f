namespace IncidentBot.Benchmarks.Reporting;

/// <summary>Figures as people read them: three digits that matter, no more.</summary>
internal static class Figures
{
    /// <summary>The value in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Microseconds of our own work.</summary>
    public static string Micros(double seconds) => $"{Short(seconds * 1e6)} µs";

    /// <summary>Milliseconds that somebody waits.</summary>
    public static string Millis(double seconds) => $"{Short(seconds * 1e3)} ms";

    /// <summary>How many in a second.</summary>
    public static string PerSecond(double rate) => $"{rate:N0}/s";

    /// <summary>Memory.</summary>
    public static string Megabytes(double bytes) => $"{bytes / 1e6:N0} MB";

    /// <summary>1,000,000 as 1M, 100,000 as 100k.</summary>
    public static string Count(int count) => count >= 1_000_000 ? $"{count / 1e6:0.#}M" : count >= 1_000 ? $"{count / 1e3:0.#}k" : $"{count}";

    /// <summary>A ratio; empty when there is none.</summary>
    public static string Ratio(double? ratio) => ratio is { } known ? known >= 10 ? $"{known:N0}" : $"{known:0.00}" : "";

    private static string Short(double value) => value >= 100 ? $"{value:N0}" : value >= 10 ? $"{value:0.0}" : $"{value:0.00}";
}
