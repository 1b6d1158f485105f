using System.Xml.Linq;

namespace IncidentBot.Web.Plots;

/// <summary>Something that held for a while: a visit to a stage, a severity.</summary>
/// <param name="Kind">Its class, which gives it its colour.</param>
/// <param name="Label">What it is called.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when; the end of the picture while it goes on.</param>
/// <param name="GoesOn">True when nothing has ended it yet.</param>
internal sealed record Bar(string Kind, string Label, DateTimeOffset From, DateTimeOffset To, bool GoesOn)
{
    /// <summary>How high bars are.</summary>
    public const double Height = 28;

    private const double Narrowest = 2, Padding = 6, Point = 9;

    /// <summary>The turns of one kind as bars, each until the next; what took no time at all is left out.</summary>
    public static IReadOnlyList<Bar> Of<T>(IReadOnlyList<Turn<T>> turns, DateTimeOffset until, Func<T, string> kind, Func<T, bool> goesOn)
    {
        var inOrder = turns.OrderBy(turn => turn.At).ToList();
        return [.. inOrder
            .Select((turn, at) => new Bar(kind(turn.Value), turn.Value!.ToString()!, turn.At, at + 1 < inOrder.Count ? inOrder[at + 1].At : until, at + 1 == inOrder.Count && goesOn(turn.Value)))
            .Where(bar => bar.To > bar.From)];
    }

    /// <summary>How long it held, in words.</summary>
    public string Length => Words.Span(To - From);

    /// <summary>The most of its words that fit into it; empty when none do.</summary>
    public string Inscription(TimeAxis axis)
    {
        string[] ways = [GoesOn ? Label + " goes on" : $"{Label} · {Length}", Label];
        return ways.FirstOrDefault(words => TextWidth.Of(words) + (2 * Padding) <= Width(axis)) ?? "";
    }

    /// <summary>Draws it in its place; one that goes on points onwards.</summary>
    public XElement Draw(TimeAxis axis, double y)
    {
        var (x, width, words) = (axis.At(From), Width(axis), Inscription(axis));
        var shape = GoesOn && width > 2 * Point
            ? Svg.Path("bar " + Kind, closed: true, [(x, y), (x + width - Point, y), (x + width, y + (Height / 2)), (x + width - Point, y + Height), (x, y + Height)])
            : Svg.Box("bar " + Kind, x, y, width, Height);
        return Svg.Group("span", shape, words.Length > 0 ? Svg.Words("on", x + Padding, y + (Height / 2) + 4, words) : null, Svg.Tip(Tip));
    }

    private string Tip => GoesOn
        ? $"{Label} since {Words.Moment(From)}, for {Length} so far"
        : $"{Label} from {Words.Moment(From)} to {Words.Moment(To)}, {Length}";

    private double Width(TimeAxis axis) => Math.Max(Narrowest, axis.At(To) - axis.At(From));
}
