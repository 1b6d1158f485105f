using System.Xml.Linq;

namespace IncidentBot.Web.Plots;

/// <summary>The course of an incident as a picture: its stages and severities over time, and the moments that count.</summary>
internal sealed class ReviewChart
{
    private const double Wide = 960, Left = 76, Right = 24, LaneGap = 10, AxisRoom = 24, LineRoom = 20;

    private readonly TimeAxis axis;
    private readonly IReadOnlyList<(string Name, IReadOnlyList<Bar> Bars)> lanes;
    private readonly IReadOnlyList<Flag> flags;

    private ReviewChart(ReviewBlock.Course course)
    {
        axis = AxisOf(course);
        lanes =
        [
            ("Stage", Bar.Of(course.Stages, axis.Until, stage => stage.Word(), stage => stage.IsOpen())),
            ("Severity", Bar.Of(course.Severities, axis.Until, severity => $"sev-{severity.Level}", _ => course.Stages[^1].Value.IsActive())),
        ];
        flags = Flag.Of(course.Marks, axis);
    }

    /// <summary>Draws it.</summary>
    public static XElement Of(ReviewBlock.Course course) => course.Stages.Count == 0
        ? Svg.Picture(Wide, 40, "Nothing has happened yet", Svg.Words("quiet", 0, 24, "Nothing has happened yet."))
        : new ReviewChart(course).Draw();

    private double Top => flags.Select(flag => flag.Row + 1).DefaultIfEmpty(0).Max() * Flag.RowHeight + (flags.Count > 0 ? 4 : 0);

    private double Foot => Top + (lanes.Count * (Bar.Height + LaneGap));

    private string Name => $"Stages, severities and marked moments over time, {axis.Days}: {string.Join(", ", lanes[0].Bars.Select(bar => $"{bar.Label} {bar.Length}"))}";

    private XElement Draw()
    {
        var legend = new Legend(lanes.SelectMany(lane => lane.Bars.Where(bar => bar.Inscription(axis).Length == 0)).DistinctBy(bar => bar.Kind).Select(bar => (bar.Kind, bar.Label)), Left, Wide);
        return Svg.Picture(
            Wide, Foot + AxisRoom + LineRoom + legend.Height, Name,
            Ticks(), lanes.Select(Lane), flags.Select(flag => flag.Pole(Foot)), flags.Select(flag => flag.Cloth()),
            Svg.Words("quiet", Left, Foot + AxisRoom + 12, axis.Days + ", times in UTC"),
            legend.Draw(Foot + AxisRoom + LineRoom));
    }

    private IEnumerable<XElement> Ticks() =>
    [
        .. axis.Ticks().SelectMany(tick => new[]
        {
            Svg.Line("grid", tick.At, Top, tick.At, Foot + 4),
            Svg.Words("quiet", tick.At, Foot + 18, tick.Label, Anchor.Middle),
        }),
        Svg.Line("axis", axis.Start, Foot, axis.End, Foot),
    ];

    private XElement Lane((string Name, IReadOnlyList<Bar> Bars) lane, int at)
    {
        var y = Top + (at * (Bar.Height + LaneGap));
        return Svg.Group("lane", Svg.Words("quiet", 0, y + (Bar.Height / 2) + 4, lane.Name), lane.Bars.Select(bar => bar.Draw(axis, y)));
    }

    private static TimeAxis AxisOf(ReviewBlock.Course course)
    {
        var moments = course.Stages.Select(turn => turn.At).Concat(course.Severities.Select(turn => turn.At)).Concat(course.Marks.Select(turn => turn.At)).Append(course.Until).ToList();
        var (from, until) = (moments.Min(), moments.Max());
        return new TimeAxis(from, until - from < TimeSpan.FromSeconds(1) ? from.AddMinutes(1) : until, Left, Wide - Right);
    }
}
