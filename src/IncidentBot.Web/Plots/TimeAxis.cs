using System.Globalization;

namespace IncidentBot.Web.Plots;

/// <summary>A mark on an axis.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Label">What it says.</param>
internal sealed record Tick(double At, string Label);

/// <summary>A stretch of time laid along a picture, in UTC.</summary>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends; later than it begins.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
internal sealed record TimeAxis(DateTimeOffset From, DateTimeOffset Until, double Start, double End)
{
    private const double Gap = 14;

    /// <summary>Where a moment stands; moments outside stand at the edge.</summary>
    public double At(DateTimeOffset moment)
    {
        var within = Math.Clamp(moment.UtcTicks, From.UtcTicks, Until.UtcTicks) - From.UtcTicks;
        return Start + (within / (double)Math.Max(1, Until.UtcTicks - From.UtcTicks) * (End - Start));
    }

    /// <summary>Round times, as close to each other as their labels allow, but for those that would stand over an edge.</summary>
    public IReadOnlyList<Tick> Ticks()
    {
        var step = TimeStep.All.FirstOrDefault(Fits) ?? TimeStep.All[^1];
        return [.. step.Between(From, Until).Select(moment => new Tick(At(moment), step.Label(moment))).Where(tick => IsInside(tick))];
    }

    /// <summary>The day or days that the axis is about: <c>23 November 2026</c>.</summary>
    public string Days
    {
        get
        {
            var (first, last) = (From.UtcDateTime.Date, Until.UtcDateTime.Date);
            var end = last.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
            return first == last ? end : $"{first.ToString(first.Year == last.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture)} to {end}";
        }
    }

    private bool Fits(TimeStep step) => step.Shortest / (Until - From) * (End - Start) >= TextWidth.Of(step.Widest) + Gap;

    private bool IsInside(Tick tick) => tick.At + (TextWidth.Of(tick.Label) / 2) <= End + Gap;
}
