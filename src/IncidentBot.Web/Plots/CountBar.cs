using System.Xml.Linq;

namespace IncidentBot.Web.Plots;

/// <summary>A count as a bar beside others of the same scale.</summary>
internal static class CountBar
{
    private const double Wide = 160, Tall = 18;

    /// <summary>Draws it.</summary>
    /// <param name="title">What was counted.</param>
    /// <param name="count">How many.</param>
    /// <param name="most">What the whole width stands for.</param>
    public static XElement Of(string title, int count, int most) => Svg.Picture(
        Wide, Tall, $"{title}: {count}", Svg.Box("bar series-1", 0, 3, Math.Max(2, new Scale(0, Math.Max(1, most), 0, Wide).At(count)), Tall - 6));
}
