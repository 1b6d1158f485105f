using System.Globalization;
using System.Xml.Linq;

namespace IncidentBot.Web.Plots;

/// <summary>A moment with its name over it.</summary>
/// <param name="Label">What it says.</param>
/// <param name="X">Where it stands.</param>
/// <param name="Row">In which row its name is, from the top: names never lie on each other.</param>
/// <param name="Leans">True when the name stands before its line, because behind it there is no room.</param>
internal sealed record Flag(string Label, double X, int Row, bool Leans)
{
    /// <summary>How high a row of names is.</summary>
    public const double RowHeight = 17;

    private const double Beside = 5, Gap = 12;

    /// <summary>The moments in order, each name in the first row where there is room for it.</summary>
    public static IReadOnlyList<Flag> Of(IEnumerable<Turn<string>> marks, TimeAxis axis)
    {
        var ends = new List<double>();
        var flags = new List<Flag>();
        var format = axis.From.UtcDateTime.Date == axis.Until.UtcDateTime.Date ? "HH:mm" : "d MMM HH:mm";
        foreach (var mark in marks.OrderBy(mark => mark.At))
        {
            var label = $"{Capital(mark.Value)} {mark.At.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture)}";
            var (x, width) = (axis.At(mark.At), TextWidth.Of(label) + Beside);
            var leans = x + width > axis.End + Gap;
            var left = leans ? x - width : x;
            var row = ends.FindIndex(end => end + Gap <= left);
            if (row < 0) (row, ends) = (ends.Count, [.. ends, 0]);
            ends[row] = left + width;
            flags.Add(new Flag(label, x, row, leans));
        }
        return flags;
    }

    /// <summary>Its line, from its name down to the axis.</summary>
    public XElement Pole(double foot) => Svg.Line("mark", X, Top + 3, X, foot);

    /// <summary>Its name.</summary>
    public XElement Cloth() => Svg.Words("strong halo", Leans ? X - Beside : X + Beside, Top + 13, Label, Leans ? Anchor.End : Anchor.Start);

    private static string Capital(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    private double Top => Row * RowHeight;
}
