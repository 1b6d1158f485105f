using System.Xml.Linq;

namespace IncidentBot.Web.Plots;

/// <summary>What the colours of a plot mean, in as many rows as it takes.</summary>
internal sealed class Legend
{
    private const double RowHeight = 20, Swatch = 11, Gap = 18;

    private readonly List<(string Kind, string Label, double X, int Row)> places = [];

    /// <summary>Lays the colours out between two edges.</summary>
    /// <param name="colours">The class that gives the colour, and its name.</param>
    /// <param name="left">Where rows begin.</param>
    /// <param name="right">Where they end.</param>
    public Legend(IEnumerable<(string Kind, string Label)> colours, double left, double right)
    {
        var (x, row) = (left, 0);
        foreach (var (kind, label) in colours)
        {
            var width = Swatch + 6 + TextWidth.Of(label);
            if (x > left && x + width > right) (x, row) = (left, row + 1);
            places.Add((kind, label, x, row));
            x += width + Gap;
        }
    }

    /// <summary>How high it is; nothing when there is nothing to explain.</summary>
    public double Height => places.Count == 0 ? 0 : ((places[^1].Row + 1) * RowHeight) + 2;

    /// <summary>Draws it.</summary>
    public IEnumerable<XElement> Draw(double y) => places.SelectMany(place => new[]
    {
        Svg.Box("bar " + place.Kind, place.X, y + (place.Row * RowHeight) + 4, Swatch, Swatch),
        Svg.Words("quiet", place.X + Swatch + 6, y + (place.Row * RowHeight) + 14, place.Label),
    });
}
