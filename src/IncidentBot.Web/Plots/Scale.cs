namespace IncidentBot.Web.Plots;

/// <summary>Where values stand between two edges of a picture.</summary>
/// <param name="Least">The value at the first edge.</param>
/// <param name="Most">The value at the other edge.</param>
/// <param name="Start">Where the first edge is.</param>
/// <param name="End">Where the other edge is; before the first one when values grow upwards.</param>
internal readonly record struct Scale(double Least, double Most, double Start, double End)
{
    /// <summary>A scale from nothing to a round value that all values fit under, with at most so many steps.</summary>
    public static Scale Round(double most, int steps, double start, double end) => new(0, Math.Max(1, Math.Ceiling(most / Step(most, steps))) * Step(most, steps), start, end);

    /// <summary>Where a value stands; values outside stand at the edge.</summary>
    public double At(double value) => Most <= Least ? Start : Start + ((Math.Clamp(value, Least, Most) - Least) / (Most - Least) * (End - Start));

    /// <summary>Round values from the least to the most, with at most so many steps between.</summary>
    public IReadOnlyList<double> Ticks(int steps)
    {
        var (least, step) = (Least, Step(Most - Least, steps));
        return [.. Enumerable.Range(0, (int)Math.Floor((Most - Least) / step + 0.001) + 1).Select(at => least + (at * step))];
    }

    // 1, 2 or 5 times a power of ten; never less than a whole one.
    private static double Step(double range, int steps)
    {
        var least = Math.Max(1, range / steps);
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        double[] round = [1, 2, 5, 10];
        return round.First(factor => factor * power >= least * 0.999) * power;
    }
}
