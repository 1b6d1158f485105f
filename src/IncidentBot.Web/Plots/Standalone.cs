using System.Xml.Linq;
using IncidentBot.Web.Assets;

namespace IncidentBot.Web.Plots;

/// <summary>A plot that needs nothing around it: it brings its style sheet and its paper.</summary>
internal static class Standalone
{
    /// <summary>The style sheet of plots, for files that show them within themselves.</summary>
    public static string Sheet { get; } = AssetShelf.Text("plots.css");

    /// <summary>The plot as a picture of its own.</summary>
    public static XElement Of(XElement plot)
    {
        var alone = new XElement(plot);
        var (width, height) = ((double)plot.Attribute("width")!, (double)plot.Attribute("height")!);
        alone.AddFirst(Svg.Style(Sheet), Svg.Box("paper", 0, 0, width, height));
        return alone;
    }

    /// <summary>The plot as an address that holds it whole.</summary>
    public static string Address(XElement plot) =>
        "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Svg.Markup(Of(plot))));
}
