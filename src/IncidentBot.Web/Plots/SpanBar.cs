using System.Xml.Linq;

namespace IncidentBot.Web.Plots;

/// <summary>How long something took, as a bar up to the median and a line on to 90 %.</summary>
internal static class SpanBar
{
    private const double Wide = 240, Tall = 18, Middle = Tall / 2;

    /// <summary>Draws it beside others of the same scale.</summary>
    /// <param name="title">What took so long.</param>
    /// <param name="spread">How long.</param>
    /// <param name="longest">What the whole width stands for.</param>
    public static XElement Of(string title, Spread spread, TimeSpan longest)
    {
        var scale = new Scale(0, Math.Max(1, longest.TotalSeconds), 0, Wide - 2);
        var (median, p90) = (scale.At(spread.Median.TotalSeconds), scale.At(spread.P90.TotalSeconds));
        return Svg.Picture(
            Wide, Tall, $"{title}: median {Words.Figure(spread.Median)}, 90 % within {Words.Figure(spread.P90)}",
            Svg.Box("bar series-1", 0, 3, Math.Max(1, median), Tall - 6),
            p90 > median ? Svg.Line("reach", median, Middle, p90, Middle) : null,
            Svg.Line("reach", Math.Max(1, p90), 4, Math.Max(1, p90), Tall - 4));
    }
}
