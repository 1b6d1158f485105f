using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace IncidentBot.Web.Plots;

/// <summary>The pieces that plots are made of. Colours and fonts are the style sheet's: a piece only says what it is, by its class.</summary>
internal static class Svg
{
    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    /// <summary>A picture that grows and shrinks with its place; its name is what screen readers say.</summary>
    public static XElement Picture(double width, double height, string name, params IEnumerable<object?> content) => new(
        Space + "svg", new XAttribute("class", "plot"), new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
        new XAttribute("width", Number(width)), new XAttribute("height", Number(height)),
        new XAttribute("role", "img"), new XAttribute("aria-label", Clean(name)), content);

    /// <summary>Pieces that belong together.</summary>
    public static XElement Group(string kind, params IEnumerable<object?> content) => new(Space + "g", Kind(kind), content);

    /// <summary>A box with round corners.</summary>
    public static XElement Box(string kind, double x, double y, double width, double height, params IEnumerable<object?> content) => new(
        Space + "rect", Kind(kind), At("x", x), At("y", y), At("width", width), At("height", height), content);

    /// <summary>A straight line.</summary>
    public static XElement Line(string kind, double x1, double y1, double x2, double y2, params IEnumerable<object?> content) => new(
        Space + "line", Kind(kind), At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2), content);

    /// <summary>A dot.</summary>
    public static XElement Dot(string kind, double x, double y, double radius, params IEnumerable<object?> content) => new(
        Space + "circle", Kind(kind), At("cx", x), At("cy", y), At("r", radius), content);

    /// <summary>Corners joined by straight lines; closed when the shape is an area.</summary>
    public static XElement Path(string kind, bool closed, IEnumerable<(double X, double Y)> corners, params IEnumerable<object?> content) => new(
        Space + "path", Kind(kind),
        new XAttribute("d", string.Join(' ', corners.Select((corner, at) => $"{(at == 0 ? 'M' : 'L')}{Number(corner.X)} {Number(corner.Y)}")) + (closed ? " Z" : "")), content);

    /// <summary>Words, beginning at a point, ending there, or in the middle of it.</summary>
    public static XElement Words(string kind, double x, double y, string words, Anchor anchor = Anchor.Start) => new(
        Space + "text", Kind(kind), At("x", x), At("y", y), anchor == Anchor.Start ? null : new XAttribute("text-anchor", anchor.ToString().ToLowerInvariant()), Clean(words));

    /// <summary>What a piece says when it is pointed at.</summary>
    public static XElement Tip(string words) => new(Space + "title", Clean(words));

    /// <summary>Something that styles the picture from within.</summary>
    public static XElement Style(string sheet) => new(Space + "style", sheet);

    /// <summary>The picture as markup, every text escaped.</summary>
    public static string Markup(XElement picture) => picture.ToString(SaveOptions.DisableFormatting);

    /// <summary>A length with at most one digit behind the point.</summary>
    public static string Number(double length) => Math.Round(length, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private static XAttribute Kind(string kind) => new("class", kind);

    private static XAttribute At(string name, double value) => new(name, Number(value));

    // XML has no place for control characters and halves of letters; what cannot be written is shown as missing.
    private static string Clean(string words)
    {
        if (words.All(letter => XmlConvert.IsXmlChar(letter))) return words;
        var clean = words.ToCharArray();
        for (var at = 0; at < clean.Length; at++)
        {
            if (at + 1 < clean.Length && char.IsSurrogatePair(clean[at], clean[at + 1])) at++;
            else if (!XmlConvert.IsXmlChar(clean[at])) clean[at] = '\uFFFD';
        }
        return new string(clean);
    }
}

/// <summary>Which end of the words a point holds.</summary>
internal enum Anchor
{
    /// <summary>They begin there.</summary>
    Start,

    /// <summary>They lie around it.</summary>
    Middle,

    /// <summary>They end there.</summary>
    End,
}
