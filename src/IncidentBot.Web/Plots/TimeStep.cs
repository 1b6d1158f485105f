using System.Globalization;

namespace IncidentBot.Web.Plots;

/// <summary>A distance between round times: fifteen minutes, a day, three months.</summary>
/// <param name="Shortest">Its length; months are taken as short as they come.</param>
/// <param name="Format">How its times are written.</param>
internal sealed record TimeStep(TimeSpan Shortest, string Format)
{
    private const string Seconds = "HH:mm:ss", Minutes = "HH:mm", Day = "d MMM", Month = "MMM yyyy";

    private int Months { get; init; }

    /// <summary>All that there are, from a second to five years.</summary>
    public static IReadOnlyList<TimeStep> All { get; } =
    [
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(seconds => new TimeStep(TimeSpan.FromSeconds(seconds), Seconds)),
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(minutes => new TimeStep(TimeSpan.FromMinutes(minutes), Minutes)),
        .. new[] { 1, 2, 3, 6, 12 }.Select(hours => new TimeStep(TimeSpan.FromHours(hours), Minutes)),
        .. new[] { 1, 2, 7, 14 }.Select(days => new TimeStep(TimeSpan.FromDays(days), Day)),
        .. new[] { 1, 2, 3, 6, 12, 24, 60 }.Select(months => new TimeStep(TimeSpan.FromDays(28 * months), Month) { Months = months }),
    ];

    /// <summary>Words as wide as its widest label.</summary>
    public string Widest => Format switch { Seconds => "00:00:00", Month => "Nov 2026", _ => "30 Nov" };

    /// <summary>What a time is called: its clock time, but a day's first moment by its day.</summary>
    public string Label(DateTimeOffset moment) =>
        moment.ToString(Format is Seconds or Minutes && moment.TimeOfDay == TimeSpan.Zero ? Day : Format, CultureInfo.InvariantCulture);

    /// <summary>Its round times in a stretch, both ends included.</summary>
    public IEnumerable<DateTimeOffset> Between(DateTimeOffset from, DateTimeOffset until)
    {
        for (var moment = First(from.ToUniversalTime()); moment <= until; moment = Next(moment))
            if (moment >= from) yield return moment;
    }

    private DateTimeOffset First(DateTimeOffset from)
    {
        if (Months == 0) return Anchor.AddTicks((from - Anchor).Ticks / Shortest.Ticks * Shortest.Ticks);
        var month = ((from.Year * 12) + from.Month - 1) / Months * Months;
        return new DateTimeOffset(month / 12, (month % 12) + 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    private DateTimeOffset Next(DateTimeOffset moment) => Months == 0 ? moment + Shortest : moment.AddMonths(Months);

    // A Monday before everything, so that weeks begin on Mondays.
    private static DateTimeOffset Anchor => new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
