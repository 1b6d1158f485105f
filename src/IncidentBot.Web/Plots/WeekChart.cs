using System.Globalization;
using System.Xml.Linq;

namespace IncidentBot.Web.Plots;

/// <summary>Incidents week by week as bars, the worst severity at the foot.</summary>
internal sealed class WeekChart
{
    private const double Wide = 960, Left = 34, Right = 8, Top = 18, Tall = 190, AxisRoom = 26, Gap = 0.28, Foot = Top + Tall;

    private readonly IReadOnlyList<WeekFigure> weeks;
    private readonly Scale scale;
    private readonly double step;

    private WeekChart(IReadOnlyList<WeekFigure> weeks)
    {
        this.weeks = weeks;
        scale = Scale.Round(weeks.Max(week => week.All.Count), 4, Foot, Top);
        step = (Wide - Left - Right) / weeks.Count;
    }

    /// <summary>Draws it; there is at least one week in every period.</summary>
    public static XElement Of(IReadOnlyList<WeekFigure> weeks) => new WeekChart(weeks).Draw();

    private double Width => Math.Max(1, Math.Min(64, step * (1 - Gap)));

    private string Name => $"Incidents by week, {weeks[0].Week} to {weeks[^1].Week}: {string.Join(", ", weeks.Where(week => week.All.Count > 0).Select(week => $"{week.Week} {week.All.Count}"))}";

    private XElement Draw()
    {
        var severities = weeks.SelectMany(week => week.Severities).Select(figure => figure.Peak).Distinct().Order();
        var legend = new Legend(severities.Select(severity => ($"sev-{severity.Level}", severity.ToString())), Left, Wide);
        return Svg.Picture(Wide, Foot + AxisRoom + legend.Height, Name, Lines(), Labels(), weeks.Select(Stack), legend.Draw(Foot + AxisRoom));
    }

    private IEnumerable<XElement> Lines() => scale.Ticks(4).SelectMany(count => new[]
    {
        Svg.Line(count == 0 ? "axis" : "grid", Left, scale.At(count), Wide - Right, scale.At(count)),
        Svg.Words("quiet", Left - 8, scale.At(count) + 4, count.ToString("0", CultureInfo.InvariantCulture), Anchor.End),
    });

    // Mondays, as close to each other as their words allow.
    private IEnumerable<XElement> Labels()
    {
        var every = (int)Math.Ceiling((TextWidth.Of("28 Nov 26") + 10) / step);
        return weeks.Index().Where(week => week.Index % every == 0).Select(week =>
            Svg.Words("quiet", Math.Clamp(Middle(week.Index), Left + 20, Wide - 30), Foot + 17, Label(week.Item.Week.Monday), Anchor.Middle));
    }

    private string Label(DateOnly monday) =>
        monday.ToString(weeks[0].Week.Monday.Year == weeks[^1].Week.Monday.Year ? "d MMM" : "d MMM yy", CultureInfo.InvariantCulture);

    private XElement Stack(WeekFigure week, int at)
    {
        var pieces = new List<XElement>();
        var below = 0;
        foreach (var figure in week.Severities)
        {
            var top = scale.At(below + figure.Of.Count);
            pieces.Add(Svg.Box($"bar sev-{figure.Peak.Level}", Middle(at) - (Width / 2), top, Width, scale.At(below) - top,
                Svg.Tip($"{figure.Peak} in week {week.Week}: {figure.Of.Count}")));
            below += figure.Of.Count;
        }
        if (below > 0 && step >= 16) pieces.Add(Svg.Words("strong", Middle(at), scale.At(below) - 5, below.ToString(CultureInfo.InvariantCulture), Anchor.Middle));
        return Svg.Group("week", pieces);
    }

    private double Middle(int at) => Left + ((at + 0.5) * step);
}
